-- The trace (W3C Trace Context) of the event for which a record's data is erased, so that the node's log can be read beside ours.
ALTER TABLE user_record ADD COLUMN traceparent text;
