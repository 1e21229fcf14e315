using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>The form with which an image is uploaded for a term.</summary>
internal sealed class ImageForm(Uri address, IReadOnlyList<(string Name, string Value)> fields)
{
    private static readonly HttpClient Http = new();

    /// <summary>The bucket of the images.</summary>
    public string Bucket => address.AbsolutePath.Trim('/');

    /// <summary>The key that the file gets.</summary>
    public string Key => fields.Single(one => one.Name is "key").Value;

    /// <summary>What the keys of the images begin with that the term shows.</summary>
    public string Published => Key[..(Key.LastIndexOf('/') + 1)].Replace("uploads/", "images/", StringComparison.Ordinal);

    /// <summary>A form for a term.</summary>
    public static async Task<ImageForm> OfAsync(LexiconClient client, string termPath)
    {
        var form = await client.PostAsync($"{termPath}/image-uploads", new() { ["contentType"] = "image/png" });
        Assert.Equal(HttpStatusCode.OK, form.Status);
        return Of(form);
    }

    /// <summary>The form that the API gave.</summary>
    public static ImageForm Of(Answer form) => new(
        new(form.Text("url")),
        [.. form["fields"].AsArray().Select(field => ((string)field!["name"]!, (string)field["value"]!))]);

    /// <summary>Uploads a file, with one field changed.</summary>
    public async Task<HttpStatusCode> SendAsync(byte[] file, (string Name, string Value) changed = default)
    {
        using var content = Content(file, changed);
        using var uploaded = await Http.PostAsync(address, content);
        return uploaded.StatusCode;
    }

    /// <summary>Begins to upload a file, and hangs up half-way.</summary>
    public async Task BreakOffAsync(byte[] file)
    {
        using var content = Content(file);
        var body = await content.ReadAsByteArrayAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: {content.Headers.ContentType}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n"));
        await stream.WriteAsync(body.AsMemory(0, body.Length - (file.Length / 2)));

        // A reset, not an end.
        socket.LingerState = new LingerOption(true, 0);
    }

    /// <summary>The event by which the bucket tells of the upload.</summary>
    public JsonObject Event() => new()
    {
        ["version"] = "0",
        ["id"] = $"{Guid.NewGuid()}",
        ["detail-type"] = "Object Created",
        ["source"] = "aws.s3",
        ["account"] = "123456789012",
        ["time"] = "2026-11-30T12:00:00Z",
        ["region"] = "us-east-1",
        ["resources"] = new JsonArray($"arn:aws:s3:::{Bucket}"),
        ["detail"] = new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = Bucket },
            ["object"] = new JsonObject { ["key"] = Key, ["size"] = 1, ["etag"] = "0", ["sequencer"] = "0" },
            ["request-id"] = "0",
            ["requester"] = "123456789012",
            ["reason"] = "PostObject",
        },
    };

    private MultipartFormDataContent Content(byte[] file, (string Name, string Value) changed = default)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(name == changed.Name ? changed.Value! : value), $"\"{name}\"");
        }

        content.Add(new ByteArrayContent(file), "\"file\"", "\"picture.png\"");
        return content;
    }
}
