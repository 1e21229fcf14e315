namespace Lexicon.Local.CloudFormation;

/// <summary>A file asset: a file as it is, or a folder that a deployment would upload as a zip archive.</summary>
/// <param name="Path">Full path of the file or folder.</param>
/// <param name="IsFolder">Whether it is a folder (manifest: <c>packaging: zip</c>). A lone <c>.zip</c> file is a file.</param>
/// <param name="Hash">The content hash, the stem of the object key.</param>
internal sealed record Asset(string Path, bool IsFolder, string Hash);
