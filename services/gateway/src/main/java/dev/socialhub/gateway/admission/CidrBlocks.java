package dev.socialhub.gateway.admission;

import java.net.InetAddress;
import java.util.List;

/** A set of addresses, written as CIDR blocks or single addresses. */
final class CidrBlocks {

    private final List<Block> blocks;

    private CidrBlocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Reads blocks such as {@code 10.0.0.0/8} and addresses such as {@code ::1}. */
    static CidrBlocks parse(List<String> texts) {
        return new CidrBlocks(texts.stream().map(Block::parse).toList());
    }

    boolean contains(InetAddress address) {
        for (Block block : blocks) {
            if (block.contains(address.getAddress())) {
                return true;
            }
        }
        return false;
    }

    /** A CIDR block, or a single address. */
    private record Block(byte[] network, int prefix) {

        static Block parse(String text) {
            String[] parts = text.strip().split("/", -1);
            byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
            int prefix = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
            if (parts.length > 2 || prefix < 0 || prefix > network.length * 8) {
                throw new IllegalArgumentException("not a CIDR block: " + text);
            }
            return new Block(network, prefix);
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit += 8) {
                int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit)) & 0xFF;
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
