// Stringwalk as it is built, on a computer whose clock stands somewhere else from the first moment on.
import { Readable } from 'node:stream';
import { protocol } from 'electron';

const offset = Number(process.env.STRINGWALK_CLOCK_OFFSET);

function shiftDate(by) {
  const Real = globalThis.Date;
  globalThis.RealDate = Real;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + by);
      else super(...parts);
    }
    static now() {
      return Real.now() + by;
    }
  };
}

/** The page's first script is the app's own; before its first line goes this. */
async function* afterShift(data) {
  yield Buffer.from(`(${shiftDate})(${offset});\n`);
  yield* data;
}

if (offset) {
  shiftDate(offset);
  const register = protocol.registerStreamProtocol.bind(protocol);
  protocol.registerStreamProtocol = (scheme, serve) =>
    register(scheme, (request, send) =>
      serve(request, (answer) => {
        const isFirst = request.url.endsWith('/guard.js');
        send(isFirst ? { ...answer, data: Readable.from(afterShift(answer.data)) } : answer);
      }),
    );
}
await import('../../../out/app/main/main.js');
