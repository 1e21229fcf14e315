#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>The certificate that the caller presented in mutual TLS.</summary>
    public class ProxyRequestClientCert
    {
        /// <summary>The certificate, PEM-encoded.</summary>
        public string ClientCertPem { get; set; }

        /// <summary>The distinguished name of its subject.</summary>
        public string SubjectDN { get; set; }

        /// <summary>The distinguished name of its issuer.</summary>
        public string IssuerDN { get; set; }

        /// <summary>Its serial number.</summary>
        public string SerialNumber { get; set; }

        /// <summary>When it holds.</summary>
        public ClientCertValidity Validity { get; set; }
    }
}
