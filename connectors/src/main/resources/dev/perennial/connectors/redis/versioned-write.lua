-- Writes a batch of one partition and moves the partition's position on, or does nothing.
-- KEYS: positions, watermark versions, then one key a write.
-- ARGV: the position's field, believed, next, milliseconds an erased version is kept;
--       then four a write: kind, id, version, body.
-- Returns the position that is stored afterwards.
-- Versions stay below 2^53, so that comparing them as doubles is exact.
local field, believed, next_position, erased_kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local stored = redis.call('HGET', KEYS[1], field) or ''
if stored ~= believed then
  return stored
end

local function is_newer(version, stored_version)
  return not stored_version or tonumber(version) > tonumber(stored_version)
end

local function write_watermark(key, id, version, body)
  if is_newer(version, redis.call('HGET', KEYS[2], id)) then
    redis.call('HSET', KEYS[2], id, version)
    redis.call('HSET', key, id, body)
  end
end

local function write_document(key, erased, version, body)
  if not is_newer(version, redis.call('HGET', key, 'version')) then
    return
  end
  redis.call('DEL', key)
  if erased then
    redis.call('HSET', key, 'version', version, 'erased', '1')
    redis.call('PEXPIRE', key, erased_kept)
  else
    redis.call('HSET', key, 'version', version, 'document', body)
  end
end

for i = 3, #KEYS do
  local at = 5 + (i - 3) * 4
  local kind, id, version, body = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  if kind == 'watermark' then
    write_watermark(KEYS[i], id, version, body)
  else
    write_document(KEYS[i], kind == 'erased', version, body)
  end
end

redis.call('HSET', KEYS[1], field, next_position)
return next_position
