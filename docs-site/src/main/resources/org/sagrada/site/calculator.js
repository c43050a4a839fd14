// The sum of docs/capacity.md for anybody's numbers. Its constants are that document's measured figures.
const MEASURED = { bytesPerRecord: 300, payloadFactor: 1.1, primaryKey: 65, secondsPerRequest: 0.0006, walPerRecord: 300, busy: 3 };
const INPUTS = [
  ["users", "Users", 1000], ["records", "Records a user", 1500], ["bytes", "Bytes of payload a record", 400], ["devices", "Devices a user", 1.5],
  ["syncs", "Syncs a day and device", 10], ["requests", "Requests a sync", 5], ["written", "Records written a sync", 5], ["nodeDisk", "Disk of a node, GB", 1000], ["nodeCores", "Processors of a node", 8],
];

function sum(n) {
  const data = n.users * n.records * (n.bytes * MEASURED.payloadFactor + MEASURED.bytesPerRecord);
  const rate = n.users * n.devices * n.syncs * n.requests / 86400;
  const cores = rate * MEASURED.busy * MEASURED.secondsPerRequest * 2;
  const disk = data * 2;
  return [
    ["Nodes", Math.max(1, Math.ceil(disk / (n.nodeDisk * 1e9)), Math.ceil(cores / n.nodeCores)).toString()],
    ["Disk in all", size(disk)],
    ["Requests a second, average and busy hour", `${round(rate)} and ${round(rate * MEASURED.busy)}`],
    ["Processors in all", round(Math.max(cores, 0.1))],
    ["Flushes to disk a second in the busy hour (IOPS)", round(rate * MEASURED.busy / 5)],
    ["WAL a second, for replicas and archive", size(n.users * n.devices * n.syncs * n.written * (n.bytes + MEASURED.walPerRecord) / 86400)],
    ["Primary key, to be in memory at best", size(n.users * n.records * MEASURED.primaryKey)],
  ];
}

function round(value) { return value >= 10 ? Math.round(value).toLocaleString("en") : value.toFixed(1); }

function size(bytes) {
  const units = ["B", "KB", "MB", "GB", "TB", "PB"];
  let unit = 0;
  while (bytes >= 1000 && unit < units.length - 1) { bytes /= 1000; unit++; }
  return `${round(bytes)} ${units[unit]}`;
}

const place = document.getElementById("calculator");
const form = document.createElement("form");
form.className = "calculator";
for (const [name, words, value] of INPUTS) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "number", min: "0", step: "any", name, value });
  label.append(words, input);
  form.append(label);
}
const table = document.createElement("table");
table.setAttribute("aria-live", "polite");
function show() {
  const numbers = Object.fromEntries(INPUTS.map(([name]) => [name, Math.max(0, Number(form.elements[name].value) || 0)]));
  table.replaceChildren(...sum(numbers).map(([what, value]) => {
    const row = document.createElement("tr");
    for (const text of [what, value]) { row.append(Object.assign(document.createElement("td"), { textContent: text })); }
    return row;
  }));
}
form.addEventListener("input", show);
form.addEventListener("submit", event => event.preventDefault());
show();
place.append(form, table);
