import { h, type ElementNode } from "../dom/node";

/** What every field tells: its name on the screen, an explanation, and what is wrong with it in words. */
interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

const describedBy = ({ id, hint, error }: FieldWords): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;

const below = ({ id, hint, error }: FieldWords): ElementNode[] => [
  ...(error ? [h("p", { id: `${id}-error`, class: "field-error", key: "error" }, error)] : []),
  ...(hint ? [h("p", { id: `${id}-hint`, class: "hint", key: "hint" }, hint)] : []),
];

const textOf = (event: Event): string =>
  event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : "";

export interface TextField extends FieldWords {
  readonly value: string;
  readonly unit?: string;
  readonly type?: "text" | "search" | "date";
  /** Label and field on one line. */
  readonly inline?: boolean;
  /** Numbers bring up the number keys of a touch keyboard. */
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly onInput: (value: string) => void;
  /** When the person leaves the field: it then shows how the entry was understood. */
  readonly onLeave?: () => void;
}

export function textField(field: TextField): ElementNode {
  const { id, value, unit, onInput, onLeave } = field;
  const input = h("input", {
    id,
    type: field.type ?? "text",
    inputmode: field.numeric ? "decimal" : undefined,
    dir: field.numeric ? "auto" : undefined,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: field.placeholder,
    value,
    "aria-describedby": describedBy(field),
    "aria-invalid": field.error ? "true" : undefined,
    on: { input: (event) => onInput(textOf(event)), ...(onLeave ? { change: () => onLeave() } : {}) },
  });
  return h(
    "div",
    { class: field.inline ? "field field-inline" : "field", key: id },
    h("label", { for: id }, field.label),
    unit ? h("div", { class: "with-unit" }, input, h("span", { class: "unit" }, unit)) : input,
    ...below(field),
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectField<Value extends string> extends FieldWords {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  /** Label and list on one line. */
  readonly inline?: boolean;
  readonly onChange: (value: Value) => void;
}

export function selectField<Value extends string>(field: SelectField<Value>): ElementNode {
  const { id, value, options, onChange } = field;
  return h(
    "div",
    { class: field.inline ? "field field-inline" : "field", key: id },
    h("label", { for: id }, field.label),
    h(
      "select",
      {
        id,
        value,
        "aria-describedby": describedBy(field),
        "aria-invalid": field.error ? "true" : undefined,
        on: {
          change: (event) => {
            const chosen = options.find((option) => option.value === textOf(event));
            if (chosen) onChange(chosen.value);
          },
        },
      },
      options.map((option) => h("option", { value: option.value, key: option.value }, option.label)),
    ),
    ...below(field),
  );
}

export interface CheckField extends FieldWords {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function checkField(field: CheckField): ElementNode {
  const { id, checked, disabled, onChange } = field;
  return h(
    "div",
    { class: "choice", key: id },
    h("input", {
      id,
      type: "checkbox",
      checked,
      disabled,
      "aria-describedby": describedBy(field),
      on: {
        change: (event) => {
          if (event.target instanceof HTMLInputElement) onChange(event.target.checked);
        },
      },
    }),
    h("label", { for: id }, field.label),
    ...below(field),
  );
}

export interface RadioFields<Value extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

export function radioFields<Value extends string>(field: RadioFields<Value>): ElementNode {
  const hintId = `${field.id}-hint`;
  return h(
    "fieldset",
    { class: "stack-tight", key: field.id, "aria-describedby": field.hint ? hintId : undefined },
    h("legend", {}, field.legend),
    field.hint ? h("p", { id: hintId, class: "hint" }, field.hint) : undefined,
    field.options.map((option) => {
      const id = `${field.id}-${option.value}`;
      return h(
        "div",
        { class: "choice", key: id },
        h("input", {
          id,
          type: "radio",
          name: field.id,
          checked: option.value === field.value,
          on: { change: () => field.onChange(option.value) },
        }),
        h("label", { for: id }, option.label),
      );
    }),
  );
}
