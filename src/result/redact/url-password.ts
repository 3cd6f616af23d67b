/** `http://user:password@host`: the password is a secret, whether it was declared as one or not; so are its encoded forms. */
export function passwordOf(baseUrl: string): ReadonlyArray<string> {
  if (!URL.canParse(baseUrl)) return [];
  const { username, password } = new URL(baseUrl);
  if (password === "") return [];
  return [password, decoded(password), `${decoded(username)}:${decoded(password)}`];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
