-- The index of ids where something may stand under a key already, for many requests at once.
-- Under a key stands a state, P(ending) or A(ccepted), 16 bytes for the content, and of what is
-- accepted the receipt. ARGV: milliseconds that P and that A are kept, then for each key what is
-- to stand there, or R and the content of a P that is withdrawn. Answers what stood there before.
local kept = { P = ARGV[1], A = ARGV[2] }
local before = {}
for i, key in ipairs(KEYS) do
  local wanted = ARGV[i + 2]
  local does = string.sub(wanted, 1, 1)
  local content = string.sub(wanted, 2, 17)
  local held = redis.call('GET', key) or ''
  local accepted = string.sub(held, 1, 1) == 'A'
  if does == 'R' then
    if held == 'P' .. content then
      redis.call('DEL', key)
    end
  elseif held == '' or (string.sub(held, 2, 17) == content and not accepted) then
    redis.call('SET', key, wanted, 'PX', kept[does])
  end
  before[i] = held
end
return before
