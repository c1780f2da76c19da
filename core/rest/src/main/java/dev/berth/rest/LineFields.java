package dev.berth.rest;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import java.util.Map;

/** Fields that Liberty writes beside the text of a line; a name that ends in _long has a number. */
final class LineFields {

    private LineFields() {}

    /** Gives the lines that {@code logging} writes these fields. */
    static void with(Map<String, String> fields, Runnable logging) {
        fields.forEach(LogRecordContext::addExtension);
        try {
            logging.run();
        } finally {
            fields.keySet().forEach(LogRecordContext::removeExtension);
        }
    }
}
