import type pg from "pg";

/** Tables that precede tenancy: they belong to app_auth and hold nothing of an agency. */
export const IDENTITY_TABLES = ["account_event", "account_token", "calendar_feed", "outbox_mail", "reminder_choice", "session", "stop_link", "throttle", "user_account"];

/** Never changed once written, by anybody but the owner. */
const AUDIT_TABLES = ["audit_event", "account_event", "response_event"];

/** Unique across agencies, safely: nobody can guess a random code or the hash of a random token, and learn from a collision. */
const GLOBALLY_UNIQUE = ["invitation_token_hash_key", "round_rater_token_hash_key", "round_rater_key_hash_key", "sitting_code_hash_key", "sitting_seat_key_hash_key", "feedback_form_code_key"];

/** Runs with its owner's rights: says yes or no of a session whose secret's hash the caller has (see its migration). */
const TELLS_ONE_THING = ["is_signed_in"];

/** The same for rating rounds: what they may do and tell is tried in tests/rounds (see their migration). */
const OF_ROUNDS = ["guard_rater", "guard_round_answer", "move_round", "round_counts", "round_splits", "round_notes", "round_names", "guard_seat", "hold_seat", "leave_sittings"];

/** Counts an answer of a public form; tried in tests/feedback. */
const OF_FEEDBACK = ["count_feedback_answer"];

const ROLES = ["app_rt", "app_auth"];

/**
 * Holds PostgreSQL's own catalogue against the rules of tenancy.
 * @returns one line "<object>: <what is wrong>" per exception, sorted; empty when all is well.
 */
export async function findTenancyProblems(client: pg.ClientBase): Promise<string[]> {
  const problems: string[] = [];
  for (const sql of Object.values(RULES)) {
    const { rows } = await client.query<{ problem: string }>(sql);
    problems.push(...rows.map((row) => row.problem));
  }
  return problems.sort();
}

/** The tables the rules below look at. */
export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`${TABLES} select name from tables order by name`);
  return rows.map((row) => row.name);
}

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

const TABLES = `
  with tables as (
    select c.oid, c.relname as name, c.relname in (${list(IDENTITY_TABLES)}) as is_identity,
           case when c.relname = 'agency' then 'id' else 'agency_id' end as key_column, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
  ), owned as (select * from tables where not is_identity)`;

const RULES = {
  hasAgency: `${TABLES}
    select name || ': has no required agency column' as problem from owned
    where not exists (select from pg_attribute a where a.attrelid = owned.oid and a.attname = key_column and a.attnotnull)`,
  identityHasNoAgency: `${TABLES}
    select name || ': is an identity table with an agency' as problem from tables
    where is_identity and exists (select from pg_attribute a where a.attrelid = tables.oid and a.attname = 'agency_id')`,
  isEnabled: `${TABLES}
    select name || ': row level security is off' as problem from owned where not relrowsecurity`,
  isForced: `${TABLES}
    select name || ': row level security is not forced' as problem from owned where not relforcerowsecurity`,
  hasPolicy: `${TABLES}
    select name || ': has no policy for app_rt' as problem from owned
    where not exists (
      select from pg_policies p where p.schemaname = 'public' and p.tablename = name and p.roles = array['app_rt']::name[]
        and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
        and p.qual = format('(%s = ( SELECT app_agency_id() AS app_agency_id))', key_column) and p.with_check = p.qual)`,
  hasNoOtherPolicy: `
    select tablename || ': has another policy, ' || policyname as problem from pg_policies
    where schemaname = 'public' and policyname <> 'agency_own' and permissive = 'PERMISSIVE'
      and not (roles = array['app_auth']::name[] and cmd = 'SELECT')
      -- Lets the functions of the table's owner through, whom forced row level security binds, and fits nobody else.
      and not (policyname = 'its_functions' and qual = format('( SELECT is_owner_of(%L::regclass) AS is_owner_of)', tablename) and with_check = qual)`,
  primaryKeyBeginsWithAgency: `${TABLES}
    select name || ': its primary key does not begin with the agency' as problem from owned
    where not exists (
      select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = owned.oid and k.contype = 'p' and a.attname = key_column)`,
  foreignKeysBeginWithAgency: `${TABLES}
    select owned.name || ': ' || k.conname || ' does not carry the agency' as problem
    from owned join pg_constraint k on k.conrelid = owned.oid and k.contype = 'f'
      join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = k.conkey[1]
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
      left join owned target on target.oid = k.confrelid
    where mine.attname <> 'agency_id' or theirs.attname is distinct from target.key_column`,
  uniqueWithinAgency: `${TABLES}
    select name || ': ' || c.relname || ' is unique across agencies' as problem
    from owned join pg_index i on i.indrelid = owned.oid and i.indisunique
      join pg_class c on c.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where a.attname is distinct from key_column and c.relname not in (${list(GLOBALLY_UNIQUE)})`,
  plainRoles: `
    select rolname || ': has more rights than it may have' as problem from pg_roles r
    where rolname in (${list(ROLES)})
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
           or exists (select from pg_auth_members m where m.member = r.oid))`,
  rolesOwnNothing: `
    select r.rolname || ': owns something' as problem from pg_roles r
    where r.rolname in (${list(ROLES)}) and exists (
      select from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o')`,
  noDefiner: `
    select p.proname || ': runs with its owner''s rights' as problem from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef
       and p.proname not in (${list([...TELLS_ONE_THING, ...OF_ROUNDS, ...OF_FEEDBACK])})`,
  stableFunctions: `
    select p.proname || ': is volatile, so policies ask it for every row' as problem from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.provolatile = 'v'
      and exists (select from pg_depend d
                   where d.classid = 'pg_policy'::regclass and d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid)`,
  noOwnerView: `
    select c.relname || ': is a view that sees every agency' as problem from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('v', 'm')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  auditOnlyGrows: `
    select t || ': ' || r || ' may ' || p || ' it' as problem
    from unnest(array[${list(AUDIT_TABLES)}]) t, unnest(array[${list(ROLES)}]) r, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
    where has_table_privilege(r, t::regclass, p) or (p = 'UPDATE' and has_any_column_privilege(r, t::regclass, p))`,
  runtimeKnowsNoIdentity: `${TABLES}
    select name || ': app_rt may ' || p as problem from tables, unnest(array['SELECT', 'INSERT', 'UPDATE']) p
    where is_identity and has_any_column_privilege('app_rt', oid, p)`,
  authOnlyReadsAgencies: `${TABLES}
    select name || ': app_auth may ' || p as problem from owned, unnest(array['INSERT', 'UPDATE']) p
    where has_any_column_privilege('app_auth', oid, p) or has_table_privilege('app_auth', oid, 'DELETE')`,
  noPowerGrants: `
    select c.relname || ': ' || r || ' may ' || p as problem from pg_class c
      join pg_namespace n on n.oid = c.relnamespace, unnest(array[${list(ROLES)}]) r,
      unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) p
    where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege(r, c.oid, p)`,
  nothingForPublic: `
    select c.relname || ': is open to every role' as problem from pg_class c
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where n.nspname = 'public' and a.grantee = 0`,
  noFunctionForPublic: `
    select p.proname || ': is open to every role' as problem from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where n.nspname = 'public' and a.grantee = 0`,
  noCreation: `
    select r || ': may create things in the schema public' as problem from unnest(array[${list(ROLES)}]) r
    where has_schema_privilege(r, 'public', 'CREATE')`,
};
