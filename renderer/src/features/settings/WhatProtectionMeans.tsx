/** Said in plain words, before anybody has reason to be disappointed. */
export function WhatProtectionMeans() {
  return (
    <div className="settings-meaning">
      <h3>With a passphrase</h3>
      <p>
        Everything you write is sealed before it reaches the disk. Somebody who takes this computer, or copies
        the folder, has to guess the passphrase, and every guess costs them a second or more.
      </p>
      <h3>What they could still tell</h3>
      <ul>
        <li>That Stringwalk is used here, and when its files last changed.</li>
        <li>Roughly how many entries there are, and roughly how long each is.</li>
      </ul>
      <h3>What it does not protect</h3>
      <ul>
        <li>An open journal on a computer you have walked away from, or one that somebody else controls.</li>
        <li>What the system writes down by itself: memory put on the disk, screenshots.</li>
        <li>What you export or share. A file that has left goes its own way.</li>
        <li>
          Copies of the folder made earlier. They open as they did then, and the key in them fits what was
          written since.
        </li>
      </ul>
    </div>
  );
}
