#!/usr/bin/env bash
# Makes the samples again; other versions of ffmpeg give other bytes, and then the numbers in the tests need another look.
set -euo pipefail
cd "$(dirname "$0")"
quiet=(ffmpeg -hide_banner -loglevel error -y)
exact=(-fflags +bitexact -flags:v +bitexact -flags:a +bitexact)
picture=(-f lavfi -i "testsrc2=size=160x90:rate=25")
tone=(-f lavfi -i "sine=frequency=440:sample_rate=48000")
avc=(-c:v libx264 -preset veryfast -crf 40 -g 25 -bf 2 -pix_fmt yuv420p -profile:v high -level 3.1 -x264-params scenecut=0)
aac=(-c:a aac -b:a 32k -ac 2)

# A second or two of each, a key picture each second.
"${quiet[@]}" "${picture[@]}" "${tone[@]}" -t 2 "${avc[@]}" "${aac[@]}" "${exact[@]}" -metadata:s:a:0 language=vie -muxdelay 0 avc-aac.ts
"${quiet[@]}" "${picture[@]}" -t 1 -c:v libx265 -preset ultrafast -x265-params keyint=25:log-level=none:info=0 -crf 40 "${exact[@]}" hevc.ts
"${quiet[@]}" "${tone[@]}" -t 1 -c:a ac3 -b:a 64k "${exact[@]}" ac3.ts
"${quiet[@]}" "${tone[@]}" -t 1 -c:a eac3 -b:a 64k "${exact[@]}" eac3.ts
"${quiet[@]}" "${picture[@]}" -t 0.4 -c:v mpeg2video -b:v 100k -g 25 "${exact[@]}" mpeg2.ts

fragments() { # NAME INPUT…: an init section and one segment of it
    local name=$1
    shift
    "${quiet[@]}" "$@" "${exact[@]}" -f hls -hls_time 4 -hls_list_size 0 -hls_segment_type fmp4 \
        -hls_fmp4_init_filename "$name-init.mp4" -hls_segment_filename "$name-%d.m4s" "$name.m3u8"
    rm "$name.m3u8"
}
fragments video "${picture[@]}" -t 2 "${avc[@]}"
fragments hevc "${picture[@]}" -t 1 -c:v libx265 -tag:v hvc1 -preset ultrafast -x265-params keyint=25:log-level=none:info=0 -crf 40
fragments audio "${tone[@]}" -t 2 "${aac[@]}"
fragments eac3 "${tone[@]}" -t 1 -c:a eac3 -b:a 64k

"${quiet[@]}" "${picture[@]}" "${tone[@]}" -t 1 "${avc[@]}" "${aac[@]}" "${exact[@]}" -movflags frag_keyframe+empty_moov+default_base_moof \
    -encryption_scheme cenc-aes-ctr -encryption_key 00112233445566778899aabbccddeeff -encryption_kid 0123456789abcdef0123456789abcdef cenc.mp4

# Low latency: four fragments, each behind an index of its own.
"${quiet[@]}" "${picture[@]}" -t 2 "${avc[@]}" "${exact[@]}" -f dash -seg_duration 2 -frag_duration 0.5 -frag_type duration -global_sidx 0 \
    -init_seg_name chunked-init.mp4 -media_seg_name 'chunked-$Number$.m4s' chunked.mpd
rm chunked.mpd

# A packager puts an ID3 tag in front; the tests do, too.
"${quiet[@]}" "${tone[@]}" -t 1 "${aac[@]}" "${exact[@]}" -f adts packed.aac
"${quiet[@]}" "${tone[@]}" -t 1 -c:a ac3 -b:a 64k "${exact[@]}" -f ac3 packed.ac3
