import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Option } from './Choices.tsx'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, isInvalid } from './FieldFrame.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import './Select.css'

export interface SelectProps<V extends string> extends FieldProps {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly options: readonly Option<V>[]
  readonly placeholder?: string
  readonly disabled?: boolean
  /** A chip of a filter bar: label and value on the button, nothing above it. */
  readonly chip?: boolean
}

function Items<V extends string>({ options }: { readonly options: readonly Option<V>[] }) {
  return options.map((option) => (
    <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="picker-item">
      <span>{option.label}</span>
      {option.note !== undefined && <span className="faint small">{option.note}</span>}
    </ListBoxItem>
  ))
}

/** For up to about seven options; above that use ComboBox, which can be searched. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hint, error, warning, required, className, path, options, chip = false } = props
  const { t } = useTranslation()
  const wordsId = useId()
  return (
    <AriaSelect
      className={classes('field', chip && 'chip', className)}
      data-path={path}
      value={props.value}
      onChange={(key) => props.onChange(String(key) as V)}
      isInvalid={isInvalid(error)}
      isRequired={required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      placeholder={props.placeholder ?? t('common.choose')}
      {...(chip ? { 'aria-label': label } : {})}
    >
      {!chip && <FieldLabel label={label} required={required ?? false} />}
      <Button className="picker-button" {...(chip ? { 'aria-labelledby': wordsId } : {})}>
        <span id={wordsId}>
          {chip && <span className="soft">{label}{t('common.colon')}</span>}
          <SelectValue className="picker-value">{({ defaultChildren, selectedText }) => selectedText || defaultChildren}</SelectValue>
        </span>
        <Icon name="chevron" />
      </Button>
      {!chip && <FieldNotes hint={hint} error={error} warning={warning} />}
      <Popover className="floating picker-list" placement="bottom start">
        <ListBox><Items options={options} /></ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** A list that is searched by typing. */
export function ComboBox<V extends string>(props: SelectProps<V>) {
  const { label, hint, error, warning, required, className, path, options } = props
  const { t } = useTranslation()
  return (
    <AriaComboBox
      className={classes('field', className)}
      data-path={path}
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(String(key) as V)
      }}
      isInvalid={isInvalid(error)}
      isRequired={required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      // Known before the options are: a field that takes the focus at once would stay empty.
      defaultInputValue={options.find((option) => option.value === props.value)?.label ?? ''}
      allowsEmptyCollection
    >
      <FieldLabel label={label} required={required ?? false} />
      <div className="picker-combo">
        <Input placeholder={props.placeholder ?? t('common.choose')} />
        <Button className="picker-open"><Icon name="chevron" /></Button>
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
      <Popover className="floating picker-list" placement="bottom start">
        <ListBox renderEmptyState={() => <p className="picker-empty">{t('common.noMatch')}</p>}><Items options={options} /></ListBox>
      </Popover>
    </AriaComboBox>
  )
}
