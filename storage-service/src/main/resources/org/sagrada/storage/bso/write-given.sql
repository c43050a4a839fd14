WITH source AS (
    SELECT true AS is_there
),
given AS (
    SELECT g.bso_id, g.payload, g.sortindex, g.ttl
      FROM unnest(:ids::text[], :payloads::text[], :sortindexes::int[], :ttls::bigint[])
           AS g (bso_id, payload, sortindex, ttl)
),
