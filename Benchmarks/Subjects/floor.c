/* The floor: the least that a function can do. One keep-alive socket, no JSON, one answer that never changes. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static char received[1 << 20];
static char request[2048];
static int runtime_api;

/* Receives one answer whole; the Runtime API always says its length. */
static void receive(void) {
  int length = 0;
  for (;;) {
    int count = recv(runtime_api, received + length, sizeof received - 1 - length, 0);
    if (count <= 0) exit(0);
    length += count;
    received[length] = 0;
    char *end = strstr(received, "\r\n\r\n");
    if (!end) continue;
    char *field = strcasestr(received, "content-length:");
    if (length >= end - received + 4 + (field ? atoi(field + 15) : 0)) return;
  }
}

int main(void) {
  static const char body[] =
      "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain\"},\"body\":\"u-1\",\"isBase64Encoded\":false}";
  const char *address = getenv("AWS_LAMBDA_RUNTIME_API");
  char host[64];
  int one = 1;
  if (!address || strlen(address) >= sizeof host) return 1;
  strcpy(host, address);
  char *port = strchr(host, ':');
  if (!port) return 1;
  *port++ = 0;

  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(atoi(port))};
  inet_pton(AF_INET, host, &server.sin_addr);
  runtime_api = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(runtime_api, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(runtime_api, (struct sockaddr *)&server, sizeof server)) return 1;

  for (;;) {
    int length = sprintf(request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", address);
    send(runtime_api, request, length, 0);
    receive();

    char id[64] = {0};
    char *field = strcasestr(received, "aws-request-id: ");
    if (!field || sscanf(field + 16, "%63[^\r]", id) != 1) return 1;
    length = sprintf(request,
                     "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s",
                     id, address, sizeof body - 1, body);
    send(runtime_api, request, length, 0);
    receive();
  }
}
