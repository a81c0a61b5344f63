// Starts the Playground as a child of the demo: it listens on this machine alone, opens no browser window of its own,
// and ends when its standard input does, that is with the demo, however the demo ends.
const childProcess = require("child_process");
const events = require("events");
const net = require("net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const host = typeof port === "number" && typeof rest[0] !== "string" ? ["127.0.0.1"] : [];
  return listen.call(this, port, ...host, ...rest);
};

childProcess.spawn = () => Object.assign(new events.EventEmitter(), { unref() {} });

const leave = () => process.exit(0);
process.stdin.on("end", leave).on("error", leave).resume();

require("@microsoft/m365agentsplayground/cli.js");
