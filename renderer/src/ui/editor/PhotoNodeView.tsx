import { closeHistory } from '@tiptap/pm/history';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../TextField.tsx';
import { PhotoBlock } from './PhotoBlock.tsx';

/** A photo while somebody writes around it: the same as to read, with its description and its removal at hand. */
export function PhotoNodeView({ node, editor, getPos, updateAttributes }: ReactNodeViewProps) {
  const remove = () => {
    const at = getPos();
    if (at === undefined) return;
    // A step of its own, so that one undo brings back the photo and no more.
    const { tr } = editor.state;
    editor.view.dispatch(closeHistory(tr.delete(at, at + node.nodeSize)));
    editor.view.focus();
  };
  const tools = editor.isEditable ? (
    <PhotoTools
      alt={typeof node.attrs.alt === 'string' ? node.attrs.alt : ''}
      onDescribe={(alt) => updateAttributes({ alt: alt === '' ? null : alt })}
      onRemove={remove}
    />
  ) : undefined;
  return (
    <NodeViewWrapper data-drag-handle="">
      <PhotoBlock attrs={node.attrs} tools={tools} />
    </NodeViewWrapper>
  );
}

interface PhotoToolsProps {
  readonly alt: string;
  readonly onDescribe: (alt: string) => void;
  readonly onRemove: () => void;
}

function PhotoTools({ alt, onDescribe, onRemove }: PhotoToolsProps) {
  const [typed, setTyped] = useState<string>();
  const keep = () => {
    const words = (typed ?? '').trim();
    if (words !== alt) onDescribe(words);
    setTyped(undefined);
  };
  return (
    <div className="photo-tools">
      <Button size="s" look="plain" onPress={() => setTyped(alt)}>
        Describe this photo
      </Button>
      <Button size="s" look="plain" onPress={onRemove}>
        Remove this photo
      </Button>
      <Dialog
        title="Describe this photo"
        isOpen={typed !== undefined}
        onOpenChange={() => setTyped(undefined)}
        footer={(close) => (
          <>
            <Button onPress={close}>Cancel</Button>
            <Button look="primary" onPress={keep}>
              Keep description
            </Button>
          </>
        )}
      >
        <TextField
          label="Description"
          description="What there is to see, for eyes that cannot see it and for finding it again."
          words
          autoFocus
          maxLength={500}
          value={typed ?? ''}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      </Dialog>
    </div>
  );
}
