// A chat on the official Socket.IO server with its Redis adapter: rooms, messages with an acknowledgement, typing. It stores
// nothing and checks no token. Usage: node server.js PORT REDIS_PORT
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";

const [port, redisPort] = process.argv.slice(2).map(Number);
const publisher = new Redis(redisPort, "127.0.0.1");
const http = createServer();
const io = new Server(http, { adapter: createAdapter(publisher, publisher.duplicate()), perMessageDeflate: false });
const sequences = new Map();

io.on("connection", (socket) => {
  socket.on("join_room", ({ roomId }, acknowledge) => {
    socket.join(roomId);
    acknowledge({ ok: true });
  });
  socket.on("send_message", ({ roomId, message, tempId }, acknowledge) => {
    const seq = (sequences.get(roomId) ?? 0) + 1;
    sequences.set(roomId, seq);
    const createdAt = new Date().toISOString();
    io.to(roomId).emit("new_message", { id: `${roomId}:${seq}`, seq, roomId, userId: socket.id, username: "peer", message, tempId, createdAt });
    acknowledge({ ok: true, messageId: `${roomId}:${seq}`, seq });
  });
  socket.on("typing", ({ roomId, isTyping }) => {
    socket.to(roomId).emit("user_typing", { roomId, userId: socket.id, username: "peer", isTyping });
  });
});

http.listen(port, "127.0.0.1", () => console.log("listening"));
