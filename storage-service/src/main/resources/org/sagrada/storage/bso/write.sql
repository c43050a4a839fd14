held AS (
    SELECT a.version AS store_version,
           a.bytes,
           a.retired_at IS NOT NULL AS retired,
           coalesce(c.version, 0) AS collection_version,
           coalesce(
               c.collection_id,
               (SELECT coalesce(max(o.collection_id), 0) + 1 FROM collection o WHERE o.user_id = :user)
           ) AS collection_id
      FROM account a
      LEFT JOIN collection c ON c.user_id = :user AND c.name = :collection
     WHERE a.user_id = :user
),
-- A null in given keeps what there is; what has expired is not there. By bso's key.
merged AS (
    SELECT g.bso_id,
           b.bso_id IS NOT NULL AS stored,
           b.expiry > :now::bigint AS visible,
           CASE WHEN b.expiry > :now::bigint THEN b.version ELSE 0 END AS old_version,
           coalesce(octet_length(b.payload), 0) AS old_bytes,
           coalesce(g.payload, CASE WHEN b.expiry > :now::bigint THEN b.payload END, '') AS payload,
           CASE WHEN g.sortindex = -2147483648 THEN NULL
                WHEN g.sortindex IS NOT NULL THEN g.sortindex
                WHEN b.expiry > :now::bigint THEN b.sortindex
           END AS sortindex,
           CASE WHEN g.ttl < 0 THEN 9223372036854775807
                WHEN g.ttl IS NOT NULL THEN :now::bigint + g.ttl * 1000
                WHEN b.expiry > :now::bigint THEN b.expiry
                ELSE 9223372036854775807
           END AS expiry,
           :ttl_keeps_version::boolean
               AND b.expiry > :now::bigint AND g.payload IS NULL AND g.sortindex IS NULL AS keeps_version
      FROM held h
     CROSS JOIN given g
      LEFT JOIN bso b ON b.user_id = :user AND b.collection_id = h.collection_id AND b.bso_id = g.bso_id
),
total AS (
    SELECT coalesce(sum(octet_length(payload) - old_bytes), 0) AS growth,
           count(*) FILTER (WHERE NOT stored) AS fresh,
           coalesce(max(octet_length(payload)), 0) AS largest,
           coalesce(max(old_version), 0) AS item_version,
           coalesce(bool_or(visible), false) AS overwrites,
           coalesce(min(expiry), 9223372036854775807) AS next_expiry
      FROM merged
),
verdict AS (
    SELECT CASE WHEN h.retired THEN 'RETIRED'
                WHEN NOT s.is_there THEN 'MISSING'
                WHEN CASE WHEN :by_item::boolean THEN t.item_version ELSE h.collection_version END
                     > :unmodified_since::bigint THEN 'CHANGED'
                WHEN t.growth > 0 AND h.bytes + t.growth > :quota::bigint THEN 'OVER_QUOTA'
                ELSE 'DONE'
           END AS outcome,
           greatest(:clock::bigint, h.store_version + 1) AS version,
           h.collection_id,
           h.bytes + t.growth AS bytes,
           CASE WHEN :by_item::boolean THEN t.item_version ELSE h.collection_version END AS target_version,
           t.fresh,
           t.largest,
           t.overwrites,
           t.next_expiry
      FROM held h
     CROSS JOIN total t
     CROSS JOIN source s
),
-- By account's key.
clocked AS (
    UPDATE account a
       SET version = v.version,
           bytes = v.bytes,
           next_expiry = least(a.next_expiry, v.next_expiry)
      FROM verdict v
     WHERE a.user_id = :user AND v.outcome = 'DONE'
),
-- By collection's key.
marked AS (
    INSERT INTO collection (user_id, name, collection_id, version, records, largest)
    SELECT :user, :collection, v.collection_id, v.version, v.fresh, v.largest
      FROM verdict v
     WHERE v.outcome = 'DONE'
        ON CONFLICT (user_id, name) DO UPDATE
       SET version = excluded.version,
           records = collection.records + excluded.records,
           largest = greatest(collection.largest, excluded.largest)
),
-- By bso's key.
stored AS (
    INSERT INTO bso (user_id, collection_id, bso_id, version, expiry, sortindex, payload)
    SELECT :user,
           v.collection_id,
           m.bso_id,
           CASE WHEN m.keeps_version THEN m.old_version ELSE v.version END,
           m.expiry,
           m.sortindex,
           m.payload
      FROM verdict v
     CROSS JOIN merged m
     WHERE v.outcome = 'DONE'
        ON CONFLICT (user_id, collection_id, bso_id) DO UPDATE
       SET version = excluded.version,
           expiry = excluded.expiry,
           sortindex = excluded.sortindex,
           payload = excluded.payload
)
-- Booleans and numbers only: what the driver knows to be short it does not stop a pipeline for.
SELECT outcome = 'DONE' AS done,
       outcome = 'CHANGED' AS changed,
       outcome = 'MISSING' AS missing,
       outcome = 'OVER_QUOTA' AS over_quota,
       version,
       target_version,
       overwrites,
       bytes
  FROM verdict
