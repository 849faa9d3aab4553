/** The same shape, nothing of it to be changed: what zod infers is not readonly by itself. */
export type DeepReadonly<T> = T extends (infer Entry)[]
  ? readonly DeepReadonly<Entry>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
