-- The trace (W3C Trace Context) of the request that made an event, so that its receiver's log can be read beside ours.
ALTER TABLE event ADD COLUMN traceparent text;
