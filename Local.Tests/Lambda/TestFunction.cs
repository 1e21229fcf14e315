namespace Lexicon.Local.Tests.Lambda;

/// <summary>A function package for tests: a <c>bootstrap</c> that Node runs and that does what its event says.</summary>
internal static class TestFunction
{
    private const string Bootstrap = """
        #!/usr/bin/env node
        const http = require('http');
        const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
        const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
        const root = '/2018-06-01/runtime/';

        function call(method, path, body, headers = {}) {
          return new Promise((resolve, reject) => {
            const request = http.request({ host, port, method, path: root + path, agent, headers }, response => {
              const parts = [];
              response.on('data', part => parts.push(part));
              response.on('end', () => {
                const { statusCode: status, headers } = response;
                resolve({ status, headers, body: Buffer.concat(parts).toString() });
              });
            });
            request.on('error', reject);
            request.end(body);
          });
        }

        let served = 0;
        const instance = require('crypto').randomInt(1, 2 ** 31 - 1);
        const kept = [];
        const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

        async function handle(event, headers) {
          switch (event.do) {
            case 'sleep': await wait(event.ms); return { slept: event.ms };
            case 'exit': process.exit(event.code);
            case 'kill': process.kill(process.pid, event.signal); await wait(10000); return {};
            case 'big': return 'x'.repeat(event.size - 2);
            case 'env': return process.env;
            case 'log': event.lines.forEach(line => console.log(line)); console.error('an error line'); return {};
            case 'headers': return headers;
            case 'after': return { after: event.ms };
            case 'fail': throw Object.assign(new Error(event.message), { type: event.type });
            case 'shell': {
              const ended = require('child_process').spawnSync('/bin/sh', ['-c', 'exec 2>&1\n' + event.script]);
              return { status: ended.status, output: ended.stdout.toString() };
            }
            case 'connect': return await new Promise(resolve => {
              const socket = require('net').connect(event.port, event.host);
              socket.on('connect', () => { socket.destroy(); resolve({ result: 'connected' }); });
              socket.on('error', error => resolve({ result: error.code }));
            });
            case 'get': return await new Promise(resolve => http.get(event.url, response => {
              response.resume();
              resolve({ result: response.statusCode });
            }).on('error', error => resolve({ result: error.code })));
            case 'fill':
              for (let i = 0; i < event.megabytes; i++) kept.push(Buffer.alloc(1 << 20, 1));
              return { megabytes: kept.length };
            default: return { pid: process.pid, instance, served, event };
          }
        }

        async function main() {
          if (process.env.INIT === 'error') {
            const error = '{"errorType":"Init.Broken","errorMessage":"cannot begin"}';
            const status = await call('POST', 'init/error', error, { 'Lambda-Runtime-Function-Error-Type': 'Init.Broken' });
            process.exit(1);
          }
          if (process.env.INIT === 'exit') process.exit(7);
          if (process.env.INIT === 'hang') await wait(60000);
          if (process.env.INIT === 'leave') { call('GET', 'invocation/next').catch(() => {}); await wait(50); process.exit(9); }
          for (;;) {
            const next = await call('GET', 'invocation/next');
            const id = next.headers['lambda-runtime-aws-request-id'];
            served++;
            try {
              const answer = await handle(JSON.parse(next.body), next.headers);
              const posted = await call('POST', `invocation/${id}/response`, JSON.stringify(answer));
              if (answer.after) await wait(answer.after);
              if (posted.status !== 202) console.log(`response refused: ${posted.status} ${posted.body}`);
            } catch (error) {
              const document = JSON.stringify({ errorType: error.type, errorMessage: error.message, stackTrace: [] });
              await call('POST', `invocation/${id}/error`, document, { 'Lambda-Runtime-Function-Error-Type': error.type });
            }
          }
        }

        main();
        """;

    /// <summary>Writes the package into a folder.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "bootstrap");
        File.WriteAllText(file, Bootstrap.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
