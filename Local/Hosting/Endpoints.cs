namespace Lexicon.Local.Hosting;

/// <summary>
/// Where the runner listens, on loopback alone, known before anything is provisioned: one port each, in a row from
/// <c>--port</c> (each any free port with <c>--port 0</c>). No address ends with a slash.
/// </summary>
/// <param name="Site">CloudFront: the distribution (the first one of the assembly).</param>
/// <param name="Api">API Gateway REST, without the stage: <c>{Api}/{stage}/...</c>, host names <c>{apiId}.execute-api...</c>.</param>
/// <param name="Aws">The wire protocols of the services, for <c>AWS_ENDPOINT_URL</c>; also the issuers of the user pools.</param>
/// <param name="Console">The runner's own page.</param>
internal sealed record Endpoints(Uri Site, Uri Api, Uri Aws, Uri Console)
{
    /// <summary>Connections to these endpoints from networks of their own.</summary>
    public GuestConnections Guests { get; } = new();

    /// <summary>The endpoints on ports in a row.</summary>
    public static Endpoints From(int port) => On(port, port + 1, port + 2, port + 3);

    /// <summary>The endpoints on these ports.</summary>
    public static Endpoints On(int site, int api, int aws, int console) => new(At(site), At(api), At(aws), At(console));

    private static Uri At(int port) => new($"http://localhost:{port}");
}
