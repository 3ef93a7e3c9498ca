import { type Editor, useEditorState } from '@tiptap/react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar } from 'react-aria-components/Toolbar';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../iconPaths.ts';
import type { PhotoAdding } from './usePhotoAdding.ts';

interface Format {
  readonly label: string;
  readonly icon: IconName;
  readonly isOn: (editor: Editor) => boolean;
  readonly toggle: (editor: Editor) => void;
}

const formats: readonly Format[] = [
  {
    label: 'Heading',
    icon: 'heading',
    isOn: (editor) => editor.isActive('heading'),
    toggle: (editor) =>
      editor
        .chain()
        .focus()
        .toggleHeading({ level: editor.isActive('heading', { level: 3 }) ? 3 : 2 })
        .run(),
  },
  {
    label: 'Bold',
    icon: 'bold',
    isOn: (editor) => editor.isActive('bold'),
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: 'Italic',
    icon: 'italic',
    isOn: (editor) => editor.isActive('italic'),
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: 'Bullet list',
    icon: 'bulletList',
    isOn: (editor) => editor.isActive('bulletList'),
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    icon: 'orderedList',
    isOn: (editor) => editor.isActive('orderedList'),
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'Checklist',
    icon: 'checklist',
    isOn: (editor) => editor.isActive('taskList'),
    toggle: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    label: 'Quote',
    icon: 'quote',
    isOn: (editor) => editor.isActive('blockquote'),
    toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

interface EditorToolbarProps {
  readonly editor: Editor;
  readonly label: string;
  readonly photos: PhotoAdding;
}

/** How the words look. Arrow keys walk along it, Tab leaves it; pressing something goes back to the text. */
export function EditorToolbar({ editor, label, photos }: EditorToolbarProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: formats.map((format) => format.isOn(now)),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  return (
    <Toolbar className="editor-toolbar" aria-label={`Format: ${label}`}>
      <Group className="editor-toolbar-group" aria-label="Format">
        {formats.map((format, index) => (
          <ToggleButton
            key={format.label}
            className="editor-tool"
            aria-label={format.label}
            isSelected={state.on[index] ?? false}
            preventFocusOnPress
            onChange={() => format.toggle(editor)}
          >
            <Icon name={format.icon} size={18} />
          </ToggleButton>
        ))}
      </Group>
      {photos.isPossible ? (
        <Group className="editor-toolbar-group" aria-label="Add">
          <FileTrigger
            acceptedFileTypes={['image/*']}
            allowsMultiple
            onSelect={(files) => photos.take(editor, [...(files ?? [])], editor.state.selection.to)}
          >
            <Button
              className="editor-tool"
              aria-label="Add a photo"
              isPending={photos.isAdding}
              preventFocusOnPress
            >
              <Icon name="photo" size={18} />
            </Button>
          </FileTrigger>
        </Group>
      ) : null}
      <Group className="editor-toolbar-group" aria-label="History">
        <Button
          className="editor-tool"
          aria-label="Undo"
          isDisabled={!state.canUndo}
          preventFocusOnPress
          onPress={() => editor.chain().focus().undo().run()}
        >
          <Icon name="undo" size={18} />
        </Button>
        <Button
          className="editor-tool"
          aria-label="Redo"
          isDisabled={!state.canRedo}
          preventFocusOnPress
          onPress={() => editor.chain().focus().redo().run()}
        >
          <Icon name="redo" size={18} />
        </Button>
      </Group>
    </Toolbar>
  );
}
