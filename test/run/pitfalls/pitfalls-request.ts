import type { Pitfall } from "./pitfall.ts";

export const credentials: ReadonlyArray<Pitfall> = [
  {
    id: "auth-is-inherited",
    says: "An item without auth, or with null, takes that of its folder.",
    by: { credentials: ["says so in the collection: nothing would inherit them"] },
  },
  {
    id: "auth-overrides-header",
    says: "Inherited auth takes the place of an Authorization header that was written by hand.",
    by: { credentials: ["sends none, and one with malformed ones sends them as they were written"] },
  },
  {
    id: "empty-bearer",
    says: "A bearer token that is empty sends no header.",
    by: {
      values: [
        "an empty token sends no header, so that what was meant to be accepted fails, and what was refused proves nothing",
      ],
      "../../edges/standard": ["is sent with the scheme, once an endpoint; 400 is right as well (RFC 6750, 3.1)"],
    },
  },
  {
    id: "cookies-leak",
    says: "Cookies go from item to item, and let in who must be refused.",
    by: {
      credentials: [
        "of an earlier answer lets no case in that must be refused",
        "is sent by the later steps of its flow",
        "of one flow lets nobody in another one in",
        "that is the credentials is sent where it is meant to be, and wrong or not at all elsewhere",
      ],
    },
  },
];

export const messages: ReadonlyArray<Pitfall> = [
  {
    id: "raw-language",
    says: "A raw body without a language goes out as text/plain, whatever it is.",
    by: { bodies: ["has the Content-Type that is written, and no other"] },
  },
  {
    id: "comments-in-json",
    says: "Comments are taken out of a body that is called JSON, also where they are what must be refused.",
    by: {
      bodies: [
        "arrives as it was written, also where there is a comment in what is called JSON",
        "that is JSON keeps what looks like a comment in its texts",
        "of every case that a thorough plan makes arrives as the plan has it",
      ],
    },
  },
  {
    id: "values-not-escaped",
    says: "A quote in the value of a variable ends the JSON text that it stands in.",
    by: {
      values: [
        "stands in a JSON body as it is, so that %j is refused",
        "is one text of a JSON body where it is given as it stands there",
        "of a row is escaped",
      ],
      "../../collection/script": ["is compared with as it is", "is sent by a burst as it is"],
    },
  },
  {
    id: "objects-as-text",
    says: "An object as the value of a variable is sent as [object Object].",
    by: { values: ["is no map and no list", "that would take an object out of a response fails where it is saved"] },
  },
  {
    id: "spaces-in-braces",
    says: "A variable with spaces inside of its braces is never found.",
    by: { values: ["has no spaces inside of its braces"] },
  },
  {
    id: "bodies-dropped",
    says: "Bodies of methods that rarely have one are not sent.",
    by: { bodies: ["is sent with %s"] },
  },
  {
    id: "headers-added",
    says: "Newman adds headers whose absence is what a case is about; without Host Node's servers answer by themselves.",
    by: { bodies: ["is taken away where its absence is what is asked about"] },
  },
  {
    id: "headers-unsendable",
    says: "A line break, what is not Latin-1, or a name with spaces never leaves the client.",
    by: { headers: ["is refused where it is written", "is nobody's failure where a variable has %s"] },
  },
  {
    id: "length-too-long",
    says: "With a Content-Length that is longer than the body both sides wait.",
    by: {
      wire: ["a Content-Length that is longer than the body is errored when its time is over, and not for ever"],
    },
  },
  {
    id: "unknown-methods",
    says: "A method that Node has never heard of may never be sent.",
    by: { wire: ["a method that nobody knows is sent as it is, and is no endpoint"] },
  },
  {
    id: "paths-not-encoded",
    says: "A slash, a question mark or a hash in the value of a path parameter asks for something else.",
    by: {
      urls: [
        "is encoded, so that it stays one segment",
        "is encoded where the server made it: %s",
        "is encoded where a flow saved it, also in a query",
        "is the environment's own until a flow has saved another one under its name",
        "of an environment stands in the path as it is, so that %s is refused",
        "is encoded, and what an environment gives must be",
      ],
    },
  },
  {
    id: "empty-path-value",
    says: "An empty value leaves the name of the parameter in the path, or asks for the list.",
    by: {
      urls: [
        "is never empty: that would ask for what is before it",
        "is never empty where a server gives it",
        "is not written in the way of which Newman would leave the name behind",
      ],
    },
  },
  {
    id: "last-of-repeated",
    says: "Of a header in several lines a script is given the last one.",
    by: {
      headers: [
        "is compared as one value, whichever line is the last",
        "counts as a whole where it lists methods",
        "leads to the next page, wherever in it that stands",
        "leads to the job, wherever in it that stands",
      ],
    },
  },
];

export const redirects: ReadonlyArray<Pitfall> = [
  {
    id: "redirects-followed",
    says: "Redirects are followed, and the case is judged by what they lead to.",
    by: { redirects: ["is an answer, and not followed"] },
  },
  {
    id: "method-changes",
    says: "After 302 a POST is followed as a GET, after 307 it is sent again with its body.",
    by: { redirects: ["is one request, with the method and the body that were declared"] },
  },
  {
    id: "max-redirects",
    says: "A limit of no redirects is an error of the client, and a flag of the command line loses to the item's own setting.",
    by: {
      redirects: [
        "that leads to itself is an answer, and no error of the client",
        "is not followed in Postman and plain Newman either, whatever they are told",
      ],
    },
  },
  {
    id: "scripts-follow",
    says: "Requests of a script follow redirects, whatever the item says.",
    by: { redirects: ["is followed by the others of a burst, whose last request alone is the case"] },
  },
];

export const libraries: ReadonlyArray<Pitfall> = [
  {
    id: "random-ids",
    says: "The SDK gives a random id to whatever has none, so that no two builds are the same.",
    by: {
      collection: [
        "is the same twice, to the byte",
        "has an id for all that Postman would give a random one, and none of the SDK's stray keys",
      ],
      "../../collection/collection": ["is the same twice, to the byte"],
    },
  },
  {
    id: "stray-keys",
    says: "The SDK's JSON has stray keys called _ in it.",
    by: {
      collection: ["has an id for all that Postman would give a random one, and none of the SDK's stray keys"],
    },
  },
  {
    id: "import-limit",
    says: "Postman refuses to import a collection of more than a few megabytes.",
    by: { collection: ["the worked examples are far from the few megabytes that Postman refuses to import"] },
  },
];
