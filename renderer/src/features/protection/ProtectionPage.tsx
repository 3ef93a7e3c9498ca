import { Link } from 'wouter';
import './protection.css';
import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';

/** What is kept from whom and what cannot be, said before anybody has reason to be disappointed. */
export function ProtectionPage() {
  return (
    <div className="protection">
      <PageHeader title="What is and is not protected" eyebrow={<Link href="/settings">Settings</Link>}>
        A private journal is worth what it keeps to itself. Here is what Stringwalk can do, and what no
        program can.
      </PageHeader>
      <Part title="With a passphrase">
        <p>
          Everything you write is sealed before it reaches the disk: entries, drafts, photos, backups.
          Somebody who takes this computer, or copies the folder, has to guess the passphrase, and each guess
          costs them most of a second and a good deal of memory. When the journal locks, it keeps what you
          typed, and the part of the program that knew the key ends. Where your last words cannot be kept, it
          stays open.
        </p>
        <p>
          If you forget the passphrase, a recovery sheet is the only other way in. Nobody else has one, and
          neither do we.
        </p>
      </Part>
      <Part title="Without one">
        <p>The key lies beside the pages. Whoever can open the files on this computer can read them.</p>
      </Part>
      <Part title="What can be told without a key">
        <ul>
          <li>That Stringwalk is used here, and when its files last changed.</li>
          <li>How many entries, drafts and photos there are, and roughly how long each is.</li>
          <li>How the window stood, and which folders backups go to.</li>
        </ul>
      </Part>
      <Part title="What is not protected">
        <ul>
          <li>An open journal on a computer you have walked away from. Let it lock by itself.</li>
          <li>
            A journal that stays unlocked on this device, from whoever is logged in to this computer as you.
            Lock it yourself when you leave: then the passphrase is asked for.
          </li>
          <li>
            A computer that is infected, or in somebody else’s hands: what you can read there, they can.
          </li>
          <li>
            What the system writes down by itself: memory it puts on the disk when it is short of it or
            sleeps, and screenshots. Encrypting the whole disk helps against the first.
          </li>
          <li>
            What you copy. It lies in the clipboard, for other programs too, until you copy something else.
          </li>
          <li>The recovery sheet. Whoever has it and this computer, or a backup, can read everything.</li>
          <li>What you export, print or share. A file that has left goes its own way.</li>
          <li>
            One folder open on two computers, by a network drive or a service that copies it to and fro. Let
            each have a journal of its own, and bring over what is missing with a backup.
          </li>
        </ul>
      </Part>
      <Part title="When the key changes">
        <p>
          With your first passphrase, and when you say that somebody may know it, every page is sealed anew
          under a new key. What was sealed under the old one is removed here, and the old key opens nothing
          that you write from then on.
        </p>
        <ul>
          <li>
            Copies of the folder and backups made before stay as they were: the old key still opens those.
          </li>
          <li>
            Disks do not forget at once. What was removed can lie there for a long time, and in snapshots and
            backups that the system makes; programs that recover files may find it. After a first passphrase
            that includes the key that lay here in the open. If that matters, begin with a passphrase, on an
            encrypted disk.
          </li>
          <li>Whoever had the old key could still sign a share so that it seems to come from you.</li>
        </ul>
        <p>
          Changing the passphrase alone makes no new key: an older copy of the passphrase file, on a stick or
          in a backup of this computer, still opens with the old passphrase.
        </p>
      </Part>
      <Part title="The network">
        <p>Stringwalk never uses it. Nothing is sent, fetched or counted anywhere.</p>
      </Part>
      <Part title="For those who want to know exactly">
        <p>
          Every byte that is written is described in <code>docs/security.md</code>, which comes with the
          program’s source, together with a way to read it all without Stringwalk.
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <SectionHeading>{title}</SectionHeading>
      {children}
    </section>
  );
}
