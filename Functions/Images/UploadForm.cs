namespace Lexicon.Functions.Images;

/// <summary>A form for a browser to upload a file with.</summary>
/// <param name="Url">Where it is posted.</param>
/// <param name="Fields">Its fields, which the file comes behind.</param>
internal sealed record UploadForm(string Url, IReadOnlyDictionary<string, string> Fields);
