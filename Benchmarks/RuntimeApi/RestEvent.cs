namespace Lexicon.Benchmarks.RuntimeApi;

/// <summary>
/// A request as API Gateway hands it to a function
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
/// </summary>
internal static class RestEvent
{
    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        using var resource = typeof(RestEvent).Assembly.GetManifestResourceStream("event.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
