import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useConsoleWords } from './speech.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  close(): void;
  children: ReactNode;
}

/** A dialog over the page: keeps the focus inside, gives it back when closed, closes with Escape. */
export const Dialog = ({ title, isOpen, close, children }: DialogProps) => {
  const { t } = useConsoleWords();
  return (
    <ModalOverlay
      className="veil"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="dialog">
        <AriaDialog>
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="form-acts">
            <button type="button" onClick={close}>
              {t('kit.close')}
            </button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
