-- Which process pushes events to a receiver now. Two at once would break their order; none holds a connection while a receiver thinks.
CREATE TABLE event_receiver (
    url        text        PRIMARY KEY,
    held_by    text        NOT NULL,
    held_until timestamptz NOT NULL
);
