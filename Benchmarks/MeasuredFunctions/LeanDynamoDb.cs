using System.Buffers;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Benchmarks.MeasuredFunctions;

/// <summary>
/// DynamoDB's JSON protocol over one connection, signed with Signature Version 4
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed class LeanDynamoDb(Uri endpoint) : IDisposable
{
    private static readonly string Region = Environment.GetEnvironmentVariable("AWS_REGION")!;
    private static readonly string AccessKey = Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID")!;
    private static readonly string SecretKey = Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY")!;

    private readonly byte[] _received = new byte[64 * 1024];
    private Stream? _connection;

    public async Task<JsonDocument> CallAsync(string operation, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _connection ??= await ConnectAsync();
        await _connection.WriteAsync((byte[])[.. Head(operation, body.WrittenSpan), .. body.WrittenSpan]);
        return await ReadAsync();
    }

    public void Dispose() => _connection?.Dispose();

    private async Task<Stream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint.Host, endpoint.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (endpoint.Scheme == Uri.UriSchemeHttp)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(endpoint.Host);
        return tls;
    }

    private byte[] Head(string operation, ReadOnlySpan<byte> body)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var (target, host, day) = ($"DynamoDB_20120810.{operation}", endpoint.Authority, time[..8]);
        var canonical = $"POST\n/\n\nhost:{host}\nx-amz-date:{time}\nx-amz-target:{target}\n\nhost;x-amz-date;x-amz-target\n{Hash(body)}";
        var scope = $"{day}/{Region}/dynamodb/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = Sign(Sign(Sign(Sign(Encoding.UTF8.GetBytes("AWS4" + SecretKey), day), Region), "dynamodb"), "aws4_request");
        return Encoding.UTF8.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {host}\r\nX-Amz-Date: {time}\r\nX-Amz-Target: {target}\r\n"
            + $"Content-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential={AccessKey}/{scope}, SignedHeaders=host;x-amz-date;x-amz-target, "
            + $"Signature={Convert.ToHexStringLower(Sign(key, toSign))}\r\n\r\n");
    }

    private async Task<JsonDocument> ReadAsync()
    {
        var end = 0;
        while (true)
        {
            end += await _connection!.ReadAsync(_received.AsMemory(end)) is var count and > 0 ? count : throw new EndOfStreamException();
            var head = _received.AsSpan(0, end).IndexOf("\r\n\r\n"u8) + 4;
            if (head < 4)
            {
                continue;
            }

            var fields = Encoding.ASCII.GetString(_received, 0, head);
            var length = fields.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + "Content-Length: ".Length;
            var body = int.Parse(fields.AsSpan(length, fields.IndexOf('\r', length) - length), CultureInfo.InvariantCulture);
            if (end >= head + body)
            {
                return fields.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
                    ? JsonDocument.Parse(_received.AsMemory(head, body))
                    : throw new InvalidDataException(Encoding.UTF8.GetString(_received, 0, end));
            }
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
