namespace Lexicon.Infra.Security;

/// <summary>What one function may do with the objects of the images bucket.</summary>
/// <param name="Prefix">The beginning of their keys.</param>
/// <param name="Actions">The actions, such as <c>s3:GetObject</c>; <c>s3:ListBucket</c> lists the keys that begin so.</param>
internal sealed record ImagesPermission(string Prefix, params IReadOnlyList<string> Actions);
