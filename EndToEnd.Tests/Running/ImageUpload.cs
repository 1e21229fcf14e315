using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Uploads an image as a browser does: with the fields of the form, and the file behind them.</summary>
internal static class ImageUpload
{
    // One red pixel.
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    /// <summary>Uploads a file for a term, with one field of the form changed.</summary>
    public static async Task<HttpStatusCode> SendAsync(
        LexiconClient client, string termPath, byte[] file, (string Name, string Value) changed = default)
    {
        var form = await FormAsync(client, termPath);
        using var content = Content(form, file, changed);
        using var http = new HttpClient();
        using var uploaded = await http.PostAsync(new Uri((string)form["url"]!), content);
        return uploaded.StatusCode;
    }

    /// <summary>Begins to upload a file for a term, and hangs up half-way.</summary>
    /// <returns>The bucket, and the key that the file would have got.</returns>
    public static async Task<(string Bucket, string Key)> BreakOffAsync(LexiconClient client, string termPath, byte[] file)
    {
        var form = await FormAsync(client, termPath);
        var url = new Uri((string)form["url"]!);
        using var content = Content(form, file);
        var body = await content.ReadAsByteArrayAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(url.Host, url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: {content.Headers.ContentType}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n"));
        await stream.WriteAsync(body.AsMemory(0, body.Length - (file.Length / 2)));

        // A reset, not an end.
        socket.LingerState = new LingerOption(true, 0);
        return (url.AbsolutePath.Trim('/'), form["fields"].AsArray().Where(field => (string?)field!["name"] is "key")
            .Select(field => (string)field!["value"]!).Single());
    }

    private static async Task<Answer> FormAsync(LexiconClient client, string termPath)
    {
        var form = await client.PostAsync($"{termPath}/image-uploads", new() { ["contentType"] = "image/png" });
        Assert.Equal(HttpStatusCode.OK, form.Status);
        return form;
    }

    private static MultipartFormDataContent Content(Answer form, byte[] file, (string Name, string Value) changed = default)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in form["fields"].AsArray())
        {
            var name = (string)field!["name"]!;
            var value = name == changed.Name ? changed.Value : (string)field["value"]!;
            content.Add(new StringContent(value!), $"\"{name}\"");
        }

        content.Add(new ByteArrayContent(file), "\"file\"", "\"picture.png\"");
        return content;
    }
}
