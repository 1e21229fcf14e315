namespace Lexicon.Local.Aws;

/// <summary>An error of a service.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Its name, without namespace.</param>
/// <param name="Message">What went wrong, in AWS's words.</param>
internal sealed record AwsError(int Status, string Code, string Message)
{
    /// <summary>
    /// What services say when something goes wrong that is nobody's mistake
    /// (https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html).
    /// </summary>
    public static AwsError Unknown { get; } = new(
        500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure.");

    /// <summary>What precedes the code in JSON protocols; empty where the service has nothing there.</summary>
    public string Namespace { get; init; } = "com.amazon.coral.service";

    /// <summary>The namespace of the document in the query protocol; empty where the service has none.</summary>
    public string XmlNamespace { get; init; } = "";

    /// <summary>Further headers of the response.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Further elements of the error in a document of XML.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];
}
