#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>The request line and who sent it.</summary>
    public class HttpDescription
    {
        /// <summary>The HTTP method.</summary>
        public string Method { get; set; }

        /// <summary>The path.</summary>
        public string Path { get; set; }

        /// <summary>The protocol, such as <c>HTTP/1.1</c>.</summary>
        public string Protocol { get; set; }

        /// <summary>The caller's address.</summary>
        public string SourceIp { get; set; }

        /// <summary>The caller's program.</summary>
        public string UserAgent { get; set; }
    }
}
