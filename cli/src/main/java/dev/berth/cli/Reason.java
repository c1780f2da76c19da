package dev.berth.cli;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in plain words why input or output failed. */
final class Reason {

    private Reason() {}

    static String of(Exception failure) {
        return switch (failure) {
            case ConnectException _ -> "nothing listens there";
            case UnknownHostException _ -> "the host name is not known";
            case SocketTimeoutException _ -> "no answer in time";
            case NoSuchFileException _ -> "it does not exist";
            case NotDirectoryException _ -> "it is not a directory";
            case AccessDeniedException _ -> "permission denied";
            default ->
                    failure.getMessage() == null
                            ? failure.getClass().getSimpleName()
                            : failure.getMessage();
        };
    }
}
