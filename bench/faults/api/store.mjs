import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

const salt = randomBytes(16);
const hashOf = (password) => scryptSync(password, salt, 32);

function person(id, name, role, password) {
  return { id, name, role, email: `${name.toLowerCase()}@example.com`, passwordHash: hashOf(password) };
}

/** Whether the password is that of the user; takes as long for a user whom nobody knows. */
export function isPasswordOf(user, password) {
  const hash = user?.passwordHash ?? hashOf("");
  return timingSafeEqual(hash, hashOf(password)) && user !== undefined;
}

/** Everything the API remembers, as it is when the process starts. */
export function createStore() {
  const ann = person(1, "Ann", "member", "correct horse battery staple");
  const ben = person(2, "Ben", "member", "hunter two and three");
  const root = person(3, "Root", "admin", "staple battery horse correct");
  const hour = 3_600_000;
  const cafe = { id: 1, key: "CAFE", name: "Café opening", status: "active", ownerId: ann.id };
  const secret = { id: 2, key: "SURPRISE", name: "Surprise party", status: "planned", ownerId: ben.id };
  let lastId = 2;
  return {
    users: [ann, ben, root],
    tokens: new Map([
      ["ann-3f9c1b7e", { user: ann, expiresAt: Infinity }],
      ["ben-8d2a6c40", { user: ben, expiresAt: Infinity }],
      ["root-51e7f0a9", { user: root, expiresAt: Infinity }],
      ["ann-0ld0ld0l", { user: ann, expiresAt: Date.now() - hour }],
    ]),
    projects: new Map([cafe, secret].map((one) => [one.id, one])),
    tasks: new Map(),
    files: new Map(),
    exports: new Map(),
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}
