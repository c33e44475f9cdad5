// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stock Supabase auth client against our service: signs in, asks who it is, refreshes, signs out.
//   node session.mjs URL EMAIL PASSWORD PROJECT_KEY
// Prints one line a step; the first thing that is not as it should be ends it with exit code 1.
import assert from 'node:assert/strict';
import { AuthClient, isAuthApiError, isAuthWeakPasswordError, isAuthSessionMissingError } from '@supabase/auth-js';

const [url, email, password, projectKey] = process.argv.slice(2);

function newClient() {
  const kept = new Map();
  return new AuthClient({
    url: `${url}/auth/v1`,
    headers: { apikey: projectKey, Authorization: `Bearer ${projectKey}` },
    autoRefreshToken: false,
    persistSession: true,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
  });
}

async function signedIn() {
  const client = newClient();
  const { data, error } = await client.signInWithPassword({ email, password });
  assert.equal(error, null);
  return { client, session: data.session, user: data.user };
}

const steps = {
  'a wrong password is refused with its code': async () => {
    const { data, error } = await newClient().signInWithPassword({ email, password: 'not the password' });
    assert.ok(isAuthApiError(error));
    assert.equal(error.status, 400);
    assert.equal(error.code, 'invalid_credentials');
    assert.equal(data.session, null);
  },

  'signing in gives a session and the person': async () => {
    const { session, user } = await signedIn();
    assert.equal(session.token_type, 'bearer');
    assert.equal(session.expires_in, 3600);
    assert.equal(typeof session.expires_at, 'number');
    assert.equal(user.email, email);
    assert.equal(user.aud, 'authenticated');
    assert.equal(user.role, 'authenticated');
  },

  'getUser and getClaims say who it is': async () => {
    const { client, session, user } = await signedIn();
    const seen = await client.getUser();
    assert.equal(seen.error, null);
    assert.equal(seen.data.user.id, user.id);
    const claims = await client.getClaims(session.access_token);
    assert.equal(claims.error, null);
    assert.equal(claims.data.claims.sub, user.id);
    assert.equal(claims.data.claims.role, 'authenticated');
    assert.match(claims.data.claims.session_id, /^[0-9a-f-]{36}$/);
  },

  'refreshing gives a new refresh token, and the client goes on with it': async () => {
    const { client, session } = await signedIn();
    const fresh = await client.refreshSession();
    assert.equal(fresh.error, null);
    assert.notEqual(fresh.data.session.refresh_token, session.refresh_token);
    assert.equal((await client.refreshSession()).error, null);
    assert.equal((await client.getUser()).error, null);
  },

  'two windows that refresh at once both go on': async () => {
    const { session } = await signedIn();
    const windows = [newClient(), newClient()];
    const answers = await Promise.all(
      windows.map((client) => client.refreshSession({ refresh_token: session.refresh_token })));
    for (const answer of answers) assert.equal(answer.error, null);
    assert.equal(answers[0].data.session.refresh_token, answers[1].data.session.refresh_token);
  },

  'a refresh token that was moved on from ends the session': async () => {
    const { client, session } = await signedIn();
    await client.refreshSession();
    const newest = (await client.refreshSession()).data.session;
    const thief = await newClient().refreshSession({ refresh_token: session.refresh_token });
    assert.equal(thief.error.code, 'refresh_token_already_used');
    const owner = await newClient().refreshSession({ refresh_token: newest.refresh_token });
    assert.equal(owner.error.code, 'refresh_token_not_found');
    assert.ok(isAuthSessionMissingError((await newClient().getUser(newest.access_token)).error));
  },

  'the own name can be changed, a weak password cannot be had': async () => {
    const { client } = await signedIn();
    const renamed = await client.updateUser({ data: { name: 'Ada of the Signals' } });
    assert.equal(renamed.error, null);
    assert.equal(renamed.data.user.user_metadata.name, 'Ada of the Signals');
    const weak = await client.updateUser({ password: 'short', current_password: password });
    assert.ok(isAuthWeakPasswordError(weak.error));
  },

  'signing out elsewhere leaves this session alone': async () => {
    const here = await signedIn();
    const there = await signedIn();
    assert.equal((await here.client.signOut({ scope: 'others' })).error, null);
    assert.equal((await here.client.getUser()).error, null);
    assert.ok(isAuthSessionMissingError((await there.client.getUser()).error));
  },

  'signing out ends the session on the server': async () => {
    const { client, session } = await signedIn();
    assert.equal((await client.signOut({ scope: 'local' })).error, null);
    assert.equal((await client.getSession()).data.session, null);
    assert.ok(isAuthSessionMissingError((await newClient().getUser(session.access_token)).error));
    const late = await newClient().refreshSession({ refresh_token: session.refresh_token });
    assert.equal(late.error.code, 'refresh_token_not_found');
    assert.equal((await client.signOut()).error, null); // again: nothing to do, no error
  },

  'nobody signs up by themselves': async () => {
    const { error } = await newClient().signUp({ email: 'new@example.com', password: 'points set for siding 4' });
    assert.equal(error.code, 'signup_disabled');
  },
};

for (const [name, run] of Object.entries(steps)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`FAIL ${name}: ${error.stack}`);
    process.exit(1);
  }
}
