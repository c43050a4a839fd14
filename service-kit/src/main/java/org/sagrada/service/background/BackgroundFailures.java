package org.sagrada.service.background;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ErrorHandler;

/** What goes wrong in the background: one line while the database is away, the whole story of anything else. */
final class BackgroundFailures implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(BackgroundFailures.class);

    @Override
    public void handleError(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            log.warn(
                    "A task in the background has to wait: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        } else {
            log.error("A task in the background failed", failure);
        }
    }
}
