namespace Lexicon.Local.CloudFormation;

/// <summary>The file assets of the cloud assembly, found as the templates name them.</summary>
internal interface IAssets
{
    /// <summary>The asset that a deployment would have uploaded under this bucket and key.</summary>
    /// <exception cref="StartupException">No asset has that destination, or its file is missing.</exception>
    Asset Find(string bucket, string key);
}
