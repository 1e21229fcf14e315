using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>Status and headers of a streamed HTTP response; they are sent before its body.</summary>
public class HttpResponseStreamPrelude
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The status; Lambda takes 200 where there is none.</summary>
    public HttpStatusCode? StatusCode { get; set; }

    /// <summary>Headers with one value each; what function URLs read.</summary>
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Headers with any number of values; what REST APIs read.</summary>
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; } = new Dictionary<string, IList<string>>();

    /// <summary>Cookies; what function URLs read.</summary>
    public IList<string> Cookies { get; set; } = [];

    internal byte[] ToByteArray()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            if (StatusCode is { } status)
            {
                json.WriteNumber("statusCode"u8, (int)status);
            }

            WriteHeaders(json);
            if (Cookies is { Count: > 0 })
            {
                WriteTexts(json, "cookies", Cookies);
            }

            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private void WriteHeaders(Utf8JsonWriter json)
    {
        if (Headers is { Count: > 0 })
        {
            json.WriteStartObject("headers"u8);
            foreach (var (name, value) in Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        if (MultiValueHeaders is { Count: > 0 })
        {
            json.WriteStartObject("multiValueHeaders"u8);
            foreach (var (name, values) in MultiValueHeaders)
            {
                WriteTexts(json, name, values);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
