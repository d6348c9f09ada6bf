// What the official JavaScript client does with its default options: node client.mjs <address> <token>.
// Prints one line for each step that was right; ends with an error at the first that was not.
import assert from "node:assert/strict";
import { once } from "node:events";
import { io } from "socket.io-client";

const [address, token] = process.argv.slice(2);
const room = `r${process.pid}-${Date.now()}`;
const client = (auth) => io(address, { auth, forceNew: true, reconnectionDelay: 200, reconnectionDelayMax: 200 });

const ada = client({ token });
const upgraded = new Promise((resolve) => ada.io.once("open", () => ada.io.engine.once("upgrade", resolve)));
const echoed = [];
ada.on("echo", (text) => echoed.push(text));
const answers = Array.from({ length: 500 }, (_, i) => ada.emitWithAck("test:echo", { text: `${i}` }));
await Promise.all(answers);
await upgraded;
assert.equal(ada.io.engine.transport.name, "websocket");
assert.deepEqual(echoed, Array.from({ length: 500 }, (_, i) => `${i}`));
assert.equal(ada.recovered, false);
console.log("upgraded");

const binary = await ada.emitWithAck("test:echo", { text: Buffer.from([1, 2, 3, 4]) });
assert.equal(binary.text, "AQIDBA==");
const refused = await ada.emitWithAck("nothing", {});
assert.equal(refused.error.code, "unknown-event");
console.log("answered");

const bob = client({ token });
await once(bob, "connect");
const received = [];
ada.on("message", (message) => received.push(message.seq));
assert.deepEqual(await ada.emitWithAck("test:join", { text: room }), { ok: true });
const send = (text) => bob.emitWithAck("test:send", { text, room });
await send("a");
const id = ada.id;
const back = once(ada, "connect");
ada.io.engine.close();
await send("b");
await send("c");
await back;
assert.equal(ada.recovered, true);
assert.equal(ada.id, id);
await send("d");
await ada.emitWithAck("test:echo", { text: "after all of them" });
assert.deepEqual(received, [1, 2, 3, 4]);
console.log("recovered");

const forged = client({ token: "garbage" });
const [error] = await once(forged, "connect_error");
assert.equal(error.data.code, "unauthorized");
console.log("refused");

for (const socket of [ada, bob, forged]) {
  socket.disconnect();
}
