namespace Lexicon.Functions.Images;

/// <summary>The bucket with the images.</summary>
internal interface IImageFiles
{
    /// <summary>A form with which one file can be uploaded, once or more, until it expires.</summary>
    /// <param name="key">The only key that it is good for.</param>
    /// <param name="contentType">The only type that it is good for.</param>
    /// <param name="expires">When it expires.</param>
    Task<UploadForm> SignUploadAsync(string key, string contentType, DateTimeOffset expires);

    /// <summary>The content of an upload; null where there is none.</summary>
    Task<byte[]?> ReadAsync(string key, CancellationToken cancellation);

    /// <summary>Writes an image that anyone may see, unless it is there already: its name says what its content is.</summary>
    Task PublishAsync(string key, byte[] content, string contentType, CancellationToken cancellation);

    /// <summary>Deletes an object, if it is there.</summary>
    Task DeleteAsync(string key, CancellationToken cancellation);
}
