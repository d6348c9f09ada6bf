// The official client with its default options against a running platform.
// Usage: GATEWAY=http://localhost:8080 TOKENS=token,token node --test
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, test } from "node:test";
import { io } from "socket.io-client";
import WebSocket from "ws";

const gateway = process.env.GATEWAY;
const [tokenOfAda, tokenOfBob] = process.env.TOKENS.split(",");
const sockets = [];
let rooms = 0;

const newRoom = () => `client-${process.pid}-${Date.now()}-${++rooms}`;

function client(token, options = {}) {
  const socket = io(gateway, { forceNew: true, auth: { token }, ...options });
  sockets.push(socket);
  return socket;
}

async function connected(token, options) {
  const socket = client(token, options);
  await once(socket, "connect");
  return socket;
}

async function joined(token, room, options) {
  const socket = await connected(token, options);
  const messages = [];
  socket.on("new_message", (message) => messages.push(message));
  assert.equal((await socket.emitWithAck("join_room", { roomId: room })).ok, true);
  return { socket, messages };
}

async function until(condition, what) {
  const end = Date.now() + 10_000;
  while (!condition()) {
    assert.ok(Date.now() < end, `not within 10 s: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

after(() => sockets.forEach((socket) => socket.disconnect()));

test("begins with polling and upgrades", async () => {
  const socket = client(tokenOfAda);
  await once(socket, "connect");
  if (socket.io.engine.transport.name === "polling") {
    await once(socket.io.engine, "upgrade");
  }
  assert.equal(socket.io.engine.transport.name, "websocket");
});

test("works by polling alone", async () => {
  const room = newRoom();
  const ada = await joined(tokenOfAda, room, { transports: ["polling"] });
  const bob = await joined(tokenOfBob, room, { transports: ["polling"] });
  await ada.socket.emitWithAck("send_message", { roomId: room, message: "over polling", tempId: "1" });
  await until(() => bob.messages.length === 1, () => "the message");
  assert.equal(bob.messages[0].message, "over polling");
});

test("500 events that are sent during the upgrade arrive whole and in order", async () => {
  const room = newRoom();
  const bob = await joined(tokenOfBob, room);
  const ada = client(tokenOfAda);
  ada.emit("join_room", { roomId: room });
  await once(ada, "connect");
  const acknowledgements = [];
  for (let i = 0; i < 500; i++) {
    acknowledgements.push(ada.emitWithAck("send_message", { roomId: room, message: `number ${i}`, tempId: `${i}` }));
  }
  const answers = await Promise.all(acknowledgements);
  assert.ok(answers.every((answer) => answer.ok));
  await until(() => bob.messages.length === 500, () => `${bob.messages.length} of 500`);
  assert.deepEqual(bob.messages.map((one) => one.message), Array.from({ length: 500 }, (_, i) => `number ${i}`));
  assert.deepEqual(bob.messages.map((one) => one.seq), Array.from({ length: 500 }, (_, i) => i + 1));
});

test("a repeated message is stored once", async () => {
  const room = newRoom();
  const ada = await joined(tokenOfAda, room);
  const message = { roomId: room, message: "once", tempId: "same" };
  const answers = [await ada.socket.emitWithAck("send_message", message), await ada.socket.emitWithAck("send_message", message)];
  assert.equal(answers[0].messageId, answers[1].messageId);
  await ada.socket.emitWithAck("send_message", { roomId: room, message: "then", tempId: "other" });
  await until(() => ada.messages.length >= 2, () => "both messages");
  assert.deepEqual(ada.messages.map((one) => one.message), ["once", "then"]);
});

test("what is missed while the connection is lost is recovered, once and in order", async () => {
  const room = newRoom();
  const ada = await joined(tokenOfAda, room);
  const bob = await joined(tokenOfBob, room);
  await ada.socket.emitWithAck("send_message", { roomId: room, message: "before", tempId: "0" });
  await until(() => bob.messages.length === 1, () => "the first message");

  bob.socket.io.engine.close();
  for (let i = 1; i <= 3; i++) {
    await ada.socket.emitWithAck("send_message", { roomId: room, message: `missed ${i}`, tempId: `${i}` });
  }
  if (!bob.socket.connected) {
    await once(bob.socket, "connect");
  }

  assert.equal(bob.socket.recovered, true);
  await ada.socket.emitWithAck("send_message", { roomId: room, message: "after", tempId: "4" });
  await until(() => bob.messages.length >= 5, () => JSON.stringify(bob.messages));
  assert.deepEqual(bob.messages.map((one) => one.message), ["before", "missed 1", "missed 2", "missed 3", "after"]);
});

test("bad input is answered, and the socket lives on", async () => {
  const ada = await connected(tokenOfAda);
  for (const roomId of ["__proto__ ", "x".repeat(65), "dm_of-others", ""]) {
    const answer = await ada.emitWithAck("join_room", { roomId });
    assert.equal(answer.ok, false, roomId);
    assert.ok(answer.error.code, roomId);
  }
  const binary = await ada.emitWithAck("presence:query", { userIds: Buffer.from("bytes") });
  assert.equal(binary.ok, false);
  const error = once(ada, "error");
  ada.emit("no_such_event", {});
  assert.equal((await error)[0].code, "unknown-event");
  assert.equal((await ada.emitWithAck("join_room", { roomId: newRoom() })).ok, true);
});

test("a bad token is refused with a reason", async () => {
  for (const token of ["nonsense", undefined, `${tokenOfAda}x`]) {
    const [refusal] = await once(client(token, { reconnection: false }), "connect_error");
    assert.ok(refusal.message);
  }
});

test("raw frames work as a guide prints them", async () => {
  const room = newRoom();
  const address = `${gateway.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { Authorization: `Bearer ${tokenOfAda}` } });
  const frames = [];
  socket.on("message", (data) => frames.push(String(data)));
  await once(socket, "open");
  socket.send("40");
  await until(() => frames.some((frame) => frame.startsWith("40")), () => frames.join("\n"));
  socket.send(`42["join_room",{"roomId":"${room}"}]`);
  await until(() => frames.some((frame) => frame.startsWith('42["room_users"')), () => frames.join("\n"));
  assert.ok(frames.some((frame) => frame.startsWith('42["message_history"')));
  socket.send(`42["send_message",{"roomId":"${room}","message":"Hello World!"}]`);
  await until(() => frames.some((frame) => frame.startsWith('42["new_message"') && frame.includes("Hello World!")), () => frames.join("\n"));
  socket.close();
});
