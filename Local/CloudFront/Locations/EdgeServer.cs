using System.Security.Cryptography;

namespace Lexicon.Local.CloudFront.Locations;

/// <summary>The server of an edge location, which writes its name into what passes through it.</summary>
internal sealed class EdgeServer
{
    private readonly string _name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.cloudfront.net (CloudFront)";
    private readonly string _usual;

    public EdgeServer() => _usual = $"1.1 {_name}";

    /// <summary>The value of <c>Via</c>.</summary>
    public string Via(string httpVersion) => httpVersion == "1.1" ? _usual : $"{httpVersion} {_name}";
}
