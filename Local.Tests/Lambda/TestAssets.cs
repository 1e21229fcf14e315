using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Assets by key: <c>function.zip</c> is the test function.</summary>
internal sealed class TestAssets(string folder) : IAssets
{
    public Asset Find(string bucket, string key) => key switch
    {
        "function.zip" => new Asset(Path.Combine(folder, "function"), true, "function"),
        _ => new Asset(Path.Combine(folder, key), !File.Exists(Path.Combine(folder, key)), Path.GetFileNameWithoutExtension(key)),
    };
}
