namespace Lexicon.Local.Aws.Signatures;

/// <summary>What a signature is valid for (<c>20260101/us-east-1/dynamodb/aws4_request</c>).</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";
}
