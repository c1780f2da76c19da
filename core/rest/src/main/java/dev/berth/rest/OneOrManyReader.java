package dev.berth.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads JSON bodies that are one record or an array of them. */
@Provider
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
public final class OneOrManyReader implements MessageBodyReader<OneOrMany<?>> {

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == OneOrMany.class && genericType instanceof ParameterizedType;
    }

    @Override
    public OneOrMany<?> readFrom(
            Class<OneOrMany<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Class<?> item = (Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return JsonRequest.readSome(body, item.asSubclass(Record.class));
    }
}
