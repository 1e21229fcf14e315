using System.Net;

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
        var form = await client.PostAsync($"{termPath}/image-uploads", new() { ["contentType"] = "image/png" });
        Assert.Equal(HttpStatusCode.OK, form.Status);
        using var content = new MultipartFormDataContent();
        foreach (var field in form["fields"].AsArray())
        {
            var name = (string)field!["name"]!;
            var value = name == changed.Name ? changed.Value : (string)field["value"]!;
            content.Add(new StringContent(value!), $"\"{name}\"");
        }

        content.Add(new ByteArrayContent(file), "\"file\"", "\"picture.png\"");
        using var http = new HttpClient();
        using var uploaded = await http.PostAsync(new Uri((string)form["url"]!), content);
        return uploaded.StatusCode;
    }
}
