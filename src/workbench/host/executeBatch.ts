import { ActionType, memberName, PathType, wireName } from "./batch";
import type { Action, ArgumentInfo, Batch, BatchAnswer } from "./batch";
import { HostError, hostError, internalError, itemNotFound, notImplemented } from "./errors";
import { isHostObject } from "./hostObject";
import type { HostObject } from "./hostObject";

/** What a batch runs against: the root object, the objects kept between batches, and the wait for results. */
export interface BatchRun {
  readonly root: HostObject;
  readonly references: References;
  /** Awaited before cells are read. */
  settle(): Promise<void>;
  /** Actions carried out before the batch fails; Infinity where none is to fail. */
  readonly actions: number;
  /** Members that are refused, as Excel refuses within a group of Undo what it cannot take back. */
  readonly notUndoable: readonly string[];
}

/** Objects that office.js may name again in a later batch. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private next = 1;

  idOf(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined) return known;
    const id = `ref${this.next++}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
    return id;
  }

  object(id: string): HostObject {
    const object = this.objects.get(id);
    if (!object) throw itemNotFound();
    return object;
  }

  forget(id: string): void {
    this.objects.delete(id);
  }

  forgetAll(): void {
    this.objects.clear();
  }
}

/** Properties whose values depend on formulas. */
const CALCULATED = new Set(["values", "text", "valueTypes"]);

/** Runs a batch: one action after the other, up to the first that fails. */
export async function executeBatch(batch: Batch, run: BatchRun): Promise<BatchAnswer> {
  const answer: BatchAnswer = { Results: [] };
  const paths = new PathResolver(batch, run);
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (index >= run.actions) throw internalError();
      if (action.ActionType === ActionType.trace) (answer.TraceIds ??= []).push(action.Id);
      answer.Results.push({ ActionId: action.Id, Value: await perform(action, paths, run) });
    } catch (error) {
      const object = paths.known(action.ObjectPathId);
      const code = error instanceof HostError ? error.code : "GeneralException";
      answer.Error = {
        Code: code,
        Message: error instanceof Error ? error.message : String(error),
        Location: object ? `${object.type}.${memberName(action.Name || "")}` : memberName(action.Name || ""),
        ActionIndex: index,
      };
      break;
    }
  }
  return answer;
}

async function perform(action: Action, paths: PathResolver, run: BatchRun): Promise<unknown> {
  if (action.ActionType === ActionType.trace || action.ActionType === ActionType.ensureUnchanged) return null;
  const object = await paths.resolve(action.ObjectPathId);
  if (object?.exists && !object.exists()) throw itemNotFound();
  const member = `${object?.type ?? ""}.${memberName(action.Name || "")}`;
  if (run.notUndoable.includes(member)) throw hostError("UndoNotSupported", `${member} can't be undone.`);
  switch (action.ActionType) {
    case ActionType.instantiate:
      return object && { _ReferenceId: run.references.idOf(object) };
    case ActionType.query:
      return object && (await query(object, action.QueryInfo ?? {}, run));
    case ActionType.method:
      return object ? await callMethod(object, action, paths, run) : null;
    case ActionType.setProperty:
      if (!object) throw itemNotFound();
      await setProperty(object, action, paths);
      return null;
    default:
      throw new HostError(
        "NotImplemented",
        `not implemented by the workbench: action type ${action.ActionType}`,
      );
  }
}

async function callMethod(
  object: HostObject,
  action: Action,
  paths: PathResolver,
  run: BatchRun,
): Promise<unknown> {
  const [first] = action.ArgumentInfo?.Arguments ?? [];
  // How office.js says that it no longer needs an object.
  if (action.Name === "_KeepReference") return null;
  if (action.Name === "_RemoveReference") return run.references.forget(String(first));
  if (action.Name === "_RemoveAllReferences") return run.references.forgetAll();
  const result = await invoke(object, action.Name, await paths.argumentsOf(action.ArgumentInfo));
  return isHostObject(result) ? null : (result ?? null);
}

async function setProperty(object: HostObject, action: Action, paths: PathResolver): Promise<void> {
  const name = memberName(action.Name);
  const put = object.set?.[name];
  if (!put) throw notImplemented(object.type, `${name} =`);
  const [value] = await paths.argumentsOf(action.ArgumentInfo);
  await put(value);
}

function invoke(object: HostObject, wire: string, args: readonly unknown[]): unknown {
  const name = memberName(wire);
  const method = object.call?.[name];
  if (!method) throw notImplemented(object.type, name);
  return method(...args);
}

/** Follows object paths, each once per batch. */
class PathResolver {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly run: BatchRun,
  ) {}

  known(id: number): HostObject | null {
    return this.resolved.get(id) ?? null;
  }

  async resolve(id: number): Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const object = await this.follow(id);
    this.resolved.set(id, object);
    return object;
  }

  private async follow(id: number): Promise<HostObject | null> {
    const path = this.batch.ObjectPaths[id];
    if (!path) throw itemNotFound();
    if (path.ObjectPathType === PathType.root) return this.run.root;
    if (path.ObjectPathType === PathType.reference) return this.run.references.object(path.Name);
    if (path.ObjectPathType === PathType.nullObject || path.ParentObjectPathId === undefined) return null;
    const parent = await this.resolve(path.ParentObjectPathId);
    if (!parent) return null;
    if (parent.exists && !parent.exists()) throw itemNotFound();
    return this.step(parent, path.ObjectPathType, path.Name, path.ArgumentInfo);
  }

  private async step(parent: HostObject, type: number, wire: string, info: ArgumentInfo | undefined) {
    if (type === PathType.property) {
      const child = parent.child?.[memberName(wire)];
      if (!child) throw notImplemented(parent.type, memberName(wire));
      return child();
    }
    const args = await this.argumentsOf(info);
    if (type === PathType.indexer) {
      if (!parent.item) throw notImplemented(parent.type, "getItem");
      return parent.item(args[0]);
    }
    const result = await invoke(parent, wire, args);
    if (result === null || result === undefined) return null;
    if (!isHostObject(result)) throw notImplemented(parent.type, `${memberName(wire)} as an object`);
    return result;
  }

  /** Arguments that are objects, also inside lists and records, come as ids of paths beside the values. */
  async argumentsOf(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const ids = info?.ReferencedObjectPathIds;
    return Promise.all((info?.Arguments ?? []).map((value, index) => this.argument(value, ids?.[index])));
  }

  private async argument(value: unknown, id: unknown): Promise<unknown> {
    if (typeof id === "number" && id > 0) return this.resolve(id);
    if (Array.isArray(id) && Array.isArray(value)) {
      return Promise.all(value.map((item, index) => this.argument(item, id[index])));
    }
    return value;
  }
}

/** Groups `format/font/bold` by its first step. */
function bySteps(select: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of select) {
    const [first = "", ...rest] = path.split("/");
    const group = groups.get(first) ?? [];
    if (rest.length > 0) group.push(rest.join("/"));
    groups.set(first, group);
  }
  return groups;
}

async function query(
  object: HostObject,
  info: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] },
  run: BatchRun,
): Promise<unknown> {
  const select = [...(info.Select ?? []), ...(info.Expand ?? [])];
  if (!object.items) return read(object, select, run);
  const own = select.map((path) => (path.startsWith("items/") ? path.slice("items/".length) : path));
  const wanted = own.filter((path) => path !== "items" && path !== "");
  const items: unknown[] = [];
  for (const item of object.items()) {
    items.push({ _ReferenceId: run.references.idOf(item), ...(await read(item, wanted, run)) });
  }
  return { _Items: items };
}

async function read(
  object: HostObject,
  select: readonly string[],
  run: BatchRun,
): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  const groups = select.length > 0 ? bySteps(select) : everything(object);
  for (const [name, rest] of groups) {
    const get = object.get?.[name];
    const child = object.child?.[name];
    if (get) {
      if (CALCULATED.has(name)) await run.settle();
      out[wireName(name)] = get();
    } else if (child) {
      const inner = child();
      out[wireName(name)] = inner && (await query(inner, { Select: rest }, run));
    } else throw notImplemented(object.type, name);
  }
  return out;
}

/** `load()` without names loads every scalar property that we have. */
function everything(object: HostObject): Map<string, string[]> {
  return new Map(Object.keys(object.get ?? {}).map((name) => [name, []]));
}
