using System.Collections.Concurrent;
using Lexicon.Functions.Images;

namespace Lexicon.Functions.Tests.Support;

/// <summary>A bucket in memory.</summary>
internal sealed class FakeImageFiles : IImageFiles
{
    /// <summary>The objects by key: what they are, and their types.</summary>
    public ConcurrentDictionary<string, (byte[] Content, string? ContentType)> All { get; } = [];

    /// <summary>Uploads a file.</summary>
    public void Upload(string key, byte[] content) => All[key] = (content, null);

    public Task<UploadForm> SignUploadAsync(string key, string contentType, DateTimeOffset expires) => Task.FromResult(
        new UploadForm("https://s3.example/images", new Dictionary<string, string> { ["key"] = key, ["Content-Type"] = contentType }));

    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(All.TryGetValue(key, out var found) ? found.Content : null);

    public Task PublishAsync(string key, byte[] content, string contentType, CancellationToken cancellation)
    {
        All.TryAdd(key, (content, contentType));
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string key, CancellationToken cancellation)
    {
        All.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
