using System.Net.Security;
using Lexicon.Benchmarks.Processes;
using Lexicon.Benchmarks.Tls;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>The database that functions put into and get from, over http and over TLS.</summary>
internal sealed class Database : IDisposable
{
    private readonly DynamoDbLocal _engine;
    private readonly TlsProxy _proxy;
    private readonly string _folder;

    private Database(BuildOutput output, DynamoDbLocal engine)
    {
        _engine = engine;
        _folder = Path.Combine(output.Folder, "roots");
        _ = Directory.CreateDirectory(_folder);
        var (root, server) = TestAuthority.Create();
        Certificate = SslStreamCertificateContext.Create(server, null, offline: true);
        _proxy = new(Certificate, engine.Port);
        AllRoots = Write("all.pem", File.ReadAllText("/etc/ssl/certs/ca-certificates.crt") + root);
        AmazonRoots = Write("amazon.pem", File.ReadAllText(Repository.File("Functions", "Packaging", "roots.pem")) + root);
        NoFolder = Path.Combine(_folder, "none");
    }

    /// <summary>The system's roots and that of this run.</summary>
    public string AllRoots { get; }

    /// <summary>The roots that the packages carry and that of this run.</summary>
    public string AmazonRoots { get; }

    /// <summary>A folder that does not exist.</summary>
    public string NoFolder { get; }

    /// <summary>That of a server on this machine.</summary>
    public SslStreamCertificateContext Certificate { get; }

    public int EnginePort => _engine.Port;

    public static async Task<Database> StartAsync(BuildOutput output)
    {
        var engine = output.Keep(await DynamoDbLocal.StartAsync());
        await MeasuredTable.CreateAsync(engine.Endpoint);
        return output.Keep(new Database(output, engine));
    }

    public Command OverHttp(Command command) => Over(command, isTls: false, _engine.Port);

    /// <summary>Over TLS, with the roots of the package, as the functions are deployed, or with those of the system.</summary>
    public Command OverTls(Command command, bool withAmazonRootsAlone) =>
        Over(command, isTls: true, _proxy.Port).With(("SSL_CERT_FILE", withAmazonRootsAlone ? AmazonRoots : AllRoots));

    /// <summary>By way of this port, with the roots of the package.</summary>
    public Command Over(Command command, bool isTls, int port) => command.With(
        ("TABLE_NAME", MeasuredTable.Name),
        ("AWS_ENDPOINT_URL_DYNAMODB", isTls ? $"https://localhost:{port}" : $"http://127.0.0.1:{port}"),
        ("SSL_CERT_FILE", AmazonRoots),
        ("SSL_CERT_DIR", NoFolder));

    public void Dispose() => _proxy.Dispose();

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
