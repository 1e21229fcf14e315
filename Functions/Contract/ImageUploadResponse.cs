namespace Lexicon.Functions.Contract;

/// <summary>
/// A form with which a browser uploads one file of up to 5 MB to S3 itself: multipart/form-data with these fields in this order, and
/// the file behind them in the field file.
/// </summary>
/// <param name="Url">Where it is posted.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="ExpiresAt">When it is too late to post it, UTC.</param>
public sealed record ImageUploadResponse(string Url, IReadOnlyList<FormField> Fields, DateTime ExpiresAt);
